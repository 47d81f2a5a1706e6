import { createHmac } from "node:crypto";

import type { Device } from "./device.ts";
import type { Bucket } from "./throttle.ts";

const minute = 60_000;
const steady = { kind: "steady", limit: 5, period: 15 * minute } as const;
const doubling = { kind: "doubling", free: 5, longest: 15 * minute } as const;

const hashed = (secret: string, ...parts: string[]) => {
  const hmac = createHmac("sha256", secret).update(JSON.stringify(["throttle", ...parts]));
  return hmac.digest("base64url").slice(0, 22);
};

/** An e-mail address as a keyed hash: none is stored. */
export const accountOf = (secret: string, email: string) =>
  hashed(secret, "account", email.toLowerCase());

/** IPv6 is handed out by /64, so that is one place; an IPv4 address is one. */
const placeOf = (address: string) => {
  const [, mapped] = /^::ffff:([\d.]+)$/i.exec(address) ?? [];
  if (!address.includes(":") || mapped) return mapped ?? address;
  const groups = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [head = [], tail = []] = groups.split("::").map((side) => side.split(":").filter(Boolean));
  const zeros = Array<string>(8 - head.length - tail.length).fill("0");
  return [...head, ...zeros, ...tail].slice(0, 4).join(":");
};

const networkOf = (place: string) =>
  place.includes(":") ? place : place.split(".").slice(0, 3).join(".");

/** What limits guesses at passwords and codes. */
export const createBuckets = (secret: string) => {
  const key = (...parts: string[]) => `rl:{${hashed(secret, ...parts)}}`;
  return {
    /** A device that the account knows counts for itself, so that no stranger can lock its owner out. */
    login: (account: string, ipAddress: string, device: Device): Bucket[] => {
      if (device.known)
        return [{ ...steady, policy: "device", key: key("device", device.id, account) }];
      const place = placeOf(ipAddress);
      const network = key("network", networkOf(place));
      return [
        { ...steady, policy: "login", key: key("pair", account, place) },
        { ...doubling, policy: "account", key: key("login", account) },
        { kind: "steady", policy: "network", key: network, limit: 50, period: 60 * minute },
      ];
    },
    /** Codes are few: guesses are counted over all challenges of a member. */
    code: (memberId: string, device?: Device): Bucket[] => {
      const at = device?.known ? device.id : "anywhere";
      return [{ ...doubling, policy: "code", key: key("code", memberId, at) }];
    },
    /** A passkey cannot be guessed: this bounds the work alone. */
    passkey: (ipAddress: string): Bucket[] => {
      const place = key("passkey", networkOf(placeOf(ipAddress)));
      return [{ kind: "steady", policy: "passkey", key: place, limit: 50, period: 60 * minute }];
    },
    /** A secret of 32 random bytes cannot be guessed either. */
    client: (id: string): Bucket[] => [
      { kind: "steady", policy: "client", key: key("client", id), limit: 20, period: minute },
    ],
    password: (memberId: string): Bucket[] => [
      { ...doubling, policy: "password", key: key("password", memberId) },
    ],
  };
};
export type Buckets = ReturnType<typeof createBuckets>;
