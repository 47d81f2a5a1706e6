import { lookup } from "node:dns/promises";
import { BlockList, isIP } from "node:net";

/** Every address of a name. */
export type Resolve = (name: string) => Promise<string[]>;

export const systemResolve: Resolve = async (name) =>
  (await lookup(name, { all: true })).map(({ address }) => address);

const blocks = (family: "ipv4" | "ipv6", nets: string) => {
  const list = new BlockList();
  for (const net of nets.split(" ")) {
    const [address = "", bits] = net.split("/");
    list.addSubnet(address, Number(bits), family);
  }
  return list;
};

/** What IANA's special-purpose registries keep for other uses (RFC 6890), and multicast. */
const special4 = blocks(
  "ipv4",
  "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4",
);
/** Of IPv6 only global unicast is public: IPv4 in disguise, local and multicast addresses lie outside. */
const global6 = blocks("ipv6", "2000::/3");
/** Teredo, 6to4, documentation, and other uses within it. */
const special6 = blocks("ipv6", "2001::/23 2001:db8::/32 2002::/16 3fff::/20");

const isPublic = (address: string) => {
  if (isIP(address) === 4) return !special4.check(address, "ipv4");
  if (isIP(address) !== 6 || address.includes("%")) return false;
  return global6.check(address, "ipv6") && !special6.check(address, "ipv6");
};

/** Why nothing is sent to a URL. */
export class TargetRefused extends Error {
  readonly rule: "scheme" | "credentials" | "unresolved" | "private";
  constructor(rule: TargetRefused["rule"], message: string) {
    super(message);
    this.rule = rule;
  }
}

export type Targets = {
  resolve: Resolve;
  /** Names and addresses that may be private and spoken to by http, for development. */
  privateHosts: ReadonlySet<string>;
};

/**
 * The URL, and the address to connect to: every address that its name has now must be public.
 * Connecting to this address, and not to the name, leaves DNS no second answer to give.
 */
export const findTarget = async ({ resolve, privateHosts }: Targets, url: string) => {
  const target = new URL(url);
  const host = target.hostname.replace(/^\[|\]$/g, "");
  const isPermitted = privateHosts.has(host);
  if (target.protocol !== "https:" && !(isPermitted && target.protocol === "http:"))
    throw new TargetRefused("scheme", "must be https");
  if (target.username !== "" || target.password !== "")
    throw new TargetRefused("credentials", "must not hold a name or a password");
  const addresses = isIP(host) === 0 ? await resolve(host).catch(() => []) : [host];
  const [address] = addresses;
  if (address === undefined) throw new TargetRefused("unresolved", "its name has no address");
  if (!isPermitted && !addresses.every(isPublic))
    throw new TargetRefused("private", "must be at a public address");
  return { target, host, address };
};
