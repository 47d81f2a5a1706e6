import { createHash } from "node:crypto";

import type { Secrets } from "./secrets.ts";

/** Who has a login of their own at the state Redis. */
export type RedisUser = "storefront" | "auth" | "member" | "product" | "gateway";

const session = "+@connection -@dangerous -@admin +info +@transaction";
// SCAN, KEYS and RANDOMKEY look past key patterns, so of the commands on keys only these are given.
const values = "+@read +@write -@keyspace -@dangerous -@admin +del +exists +expire +pexpire";
const scripts = "+eval +evalsha";
const reading = "+xgroup|create +xreadgroup +xack +xclaim +xpending";
const sending = "+xadd";

/** The events of another service: read in a group of one's own, laid aside when they cannot be applied. */
const eventsOf = (service: string) => [
  `(~events:{${service}} ${reading})`,
  `(~events:{${service}}:dead:* ${sending})`,
];

/** What each user may do: which keys (`~`, read only `%R~`), which commands (Redis ACL, from 7.0 on). */
const rules: Record<RedisUser, readonly string[]> = {
  // It follows what the catalogue says, in no group: each of its processes hears everything.
  storefront: ["~b:*", values, session, scripts, "(%R~events:{product} +xread +xrevrange)"],
  auth: ["~a:* ~rl:* ~events:{auth}", values, session, scripts, ...eventsOf("member")],
  member: [
    `~events:{member} ~events:{member}:dead:* ${session} ${reading} ${sending}`,
    "(%R~a:*:rev:* +exists)",
    ...eventsOf("auth"),
  ],
  product: [`~events:{product} ${session} ${sending}`],
  // Kong counts under `ratelimit:`, by a script; the local gateway under `gw:`.
  gateway: ["~gw:rl:* ~ratelimit:*", session, "+get +incr +incrby +expire +exists +ttl", scripts],
};

const passwordOf = (secrets: Secrets): Record<RedisUser, string> => ({
  storefront: secrets.redisStorefront,
  auth: secrets.redisAuth,
  member: secrets.redisMember,
  product: secrets.redisProduct,
  gateway: secrets.redisGateway,
});

const hashed = (password: string) => `#${createHash("sha256").update(password).digest("hex")}`;

const line = (name: string, password: string, may: readonly string[]) =>
  `user ${name} reset on ${hashed(password)} ${may.join(" ")}\n`;

/** The ACL file: a user per service, and `default` for the operator, who may do everything. */
export const redisUsers = (secrets: Secrets): string => {
  const passwords = passwordOf(secrets);
  const user = (name: RedisUser) => line(name, passwords[name], rules[name]);
  const operator = line("default", secrets.redisOwner, ["~* &* +@all"]);
  const own = (["storefront", "auth", "member", "product", "gateway"] as const).map(user);
  return [operator, ...own].join("");
};

/** The address of the shop's own Redis for one of its users. */
export const urlForUser = (url: string, user: RedisUser, secrets: Secrets): string => {
  const changed = new URL(url);
  changed.username = user;
  changed.password = passwordOf(secrets)[user];
  return changed.href;
};
