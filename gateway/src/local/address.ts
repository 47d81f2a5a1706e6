import { BlockList, isIP, isIPv6 } from "node:net";

import type { Exchange } from "./exchange.ts";

const plain = (address: string) => address.replace(/^::ffff:(?=[\d.]+$)/i, "");
const familyOf = (address: string) => (isIPv6(address) ? "ipv6" : "ipv4");

/** Whether an address stands in `TRUSTED_IPS`: addresses and CIDR blocks, separated by commas. */
export const createTrust = (list: string) => {
  const trusted = new BlockList();
  for (const entry of list
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean)) {
    const [address = "", bits] = entry.split("/");
    if (!isIP(address)) throw new Error(`TRUSTED_IPS: "${entry}" is no address`);
    if (bits === undefined) trusted.addAddress(address, familyOf(address));
    else trusted.addSubnet(address, Number(bits), familyOf(address));
  }
  return (address: string) => isIP(address) !== 0 && trusted.check(address, familyOf(address));
};
export type Trust = ReturnType<typeof createTrust>;

export const peerAddress = (socket: { remoteAddress?: string | undefined }) =>
  plain(socket.remoteAddress ?? "");

/** The nearest address that no trusted proxy vouches for (nginx: `real_ip_recursive on`). */
export const clientAddress = (peer: string, forwardedFor: string | undefined, trusts: Trust) => {
  const chain = [...(forwardedFor ?? "").split(",").map((one) => plain(one.trim())), peer].filter(
    isIP,
  );
  return chain.findLast((address, at) => at === 0 || !trusts(address)) ?? peer;
};

/** Tells the service who asked for what, replacing what an untrusted client claims. */
export const setForwarded = (
  { headers, target, host, address }: Exchange,
  peer: string,
  port: number,
  trusts: Trust,
) => {
  const trusted = trusts(peer);
  const told = (name: string, otherwise: string) =>
    headers.set(name, (trusted && headers.get(name)) || otherwise);
  const before = headers.all("x-forwarded-for").join(", ");
  headers.set("X-Forwarded-For", before === "" ? address : `${before}, ${peer}`);
  told("X-Forwarded-Proto", "http");
  told("X-Forwarded-Host", host);
  told("X-Forwarded-Port", String(port));
  told("X-Forwarded-Path", target.rawPath);
  if (!trusted) headers.remove("X-Forwarded-Prefix");
  headers.set("X-Real-IP", address);
};
