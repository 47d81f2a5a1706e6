import { BlockList, isIPv4, isIPv6 } from "node:net";

import type { Refusal } from "./problem";

type Incoming = {
  method?: string | undefined;
  /** The request target as it was sent. */
  url?: string | undefined;
  rawHeaders: readonly string[];
};

const strangePath = /%2f|%5c|%00|[\\;]|\/\/|\/(?:\.|%2e){1,2}(?:\/|$)/i;

const refusal = (status: number, code: Refusal["code"], title: string): Refusal => ({
  status,
  code,
  title,
});

const valuesOf = (name: string, raw: readonly string[]) =>
  raw.filter((_, at) => at % 2 === 1 && raw[at - 1]?.toLowerCase() === name);

/** What never reaches a page: another host, a path that reads differently further in, odd methods. */
export const refuseAtEdge = (
  { method, url = "", rawHeaders }: Incoming,
  hosts: readonly string[],
) => {
  if (method === "CONNECT" || method === "TRACE")
    return refusal(405, "method_not_allowed", "The method is not allowed here");
  const [host, ...more] = valuesOf("host", rawHeaders);
  if (host === undefined || more.length > 0) return refusal(400, "invalid", "One Host is needed");
  if (!hosts.includes(host.toLowerCase())) return refusal(421, "invalid", "This is another shop");
  const [path = ""] = url.split("?", 1);
  if (!path.startsWith("/") || strangePath.test(path))
    return refusal(400, "invalid", "The path is malformed");
  return undefined;
};

const claims =
  /^(?:forwarded|x-forwarded-.*|x-real-ip|x-middleware-.*|x-invoke-.*|x-matched-path|x-nonce|content-security-policy(?:-report-only)?)$/;

/** Headers that only this server and the framework behind it may set. */
export const isClaim = (name: string) => claims.test(name.toLowerCase());

const family = (address: string) => (isIPv4(address) ? "ipv4" : "ipv6");
const isAddress = (text: string) => isIPv4(text) || isIPv6(text);
/** An IPv4 address as such, also where a socket tells it within IPv6. */
export const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, "");

/** Who may speak for a client: addresses and CIDR blocks, separated by commas. */
export const createTrust = (list: string) => {
  const block = new BlockList();
  for (const entry of list
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean)) {
    const [address = "", bits] = entry.split("/");
    if (bits === undefined) block.addAddress(address, family(address));
    else block.addSubnet(address, Number(bits), family(address));
  }
  return (address: string) => block.check(address, family(address));
};

/** The client: the peer, or the nearest address before it that no trusted proxy has. */
export const clientAddress = (
  peer: string | undefined,
  forwarded: string | undefined,
  isTrusted: (address: string) => boolean,
) => {
  const chain = [...(forwarded ?? "").split(","), peer ?? ""].map((part) => plain(part.trim()));
  const walk = (at: number): string => {
    const here = chain[at] ?? "";
    const before = chain[at - 1] ?? "";
    return isTrusted(here) && isAddress(before) ? walk(at - 1) : here;
  };
  const found = walk(chain.length - 1);
  return isAddress(found) ? found : "127.0.0.1";
};
