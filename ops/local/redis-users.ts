import { createHash } from "node:crypto";

import type { Secrets } from "./secrets.ts";

/** Who has a login of their own at the state Redis. */
const users = [
  ...(["storefront", "auth", "member", "product", "order", "payment", "gateway"] as const),
  "monitor",
] as const;
export type RedisUser = (typeof users)[number];

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

/** The events of another service, read by each process for itself, in no group. */
const heardOf = (service: string) => `(%R~events:{${service}} +xread +xrevrange)`;

/** What each user may do: which keys (`~`, read only `%R~`), which commands (Redis ACL, from 7.0 on). */
const rules: Record<RedisUser, readonly string[]> = {
  storefront: ["~b:*", values, session, scripts, heardOf("product")],
  auth: ["~a:* ~rl:* ~events:{auth}", values, session, scripts, ...eventsOf("member")],
  member: [
    `~events:{member} ~events:{member}:dead:* ${session} ${reading} ${sending}`,
    "(%R~a:*:rev:* +exists)",
    ...eventsOf("auth"),
  ],
  product: [`~events:{product} ${session} ${sending}`, ...eventsOf("order")],
  order: [
    `~events:{order} ~events:{order}:dead:* ${session} ${reading} ${sending}`,
    heardOf("product"),
    ...eventsOf("payment"),
    ...eventsOf("member"),
    ...eventsOf("product"),
  ],
  payment: [`~events:{payment} ${session} ${sending}`],
  // Kong counts under `ratelimit:`, by a script; the local gateway under `gw:`.
  // The exporter of Prometheus: how Redis fares, and no key of it.
  monitor: [
    "+auth +hello +ping +client|setname +info +slowlog|get +slowlog|len +latency|latest +latency|histogram",
  ],
  gateway: ["~gw:rl:* ~ratelimit:*", session, "+get +incr +incrby +expire +exists +ttl", scripts],
};

const passwordOf = (secrets: Secrets): Record<RedisUser, string> => ({
  storefront: secrets.redisStorefront,
  auth: secrets.redisAuth,
  member: secrets.redisMember,
  product: secrets.redisProduct,
  order: secrets.redisOrder,
  payment: secrets.redisPayment,
  gateway: secrets.redisGateway,
  monitor: secrets.redisMonitor,
});

const hashed = (password: string) => `#${createHash("sha256").update(password).digest("hex")}`;

const line = (name: string, password: string, may: readonly string[]) =>
  `user ${name} reset on ${hashed(password)} ${may.join(" ")}\n`;

/** The ACL file: a user per service, and `default` for the operator, who may do everything. */
export const redisUsers = (secrets: Secrets): string => {
  const passwords = passwordOf(secrets);
  const user = (name: RedisUser) => line(name, passwords[name], rules[name]);
  const operator = line("default", secrets.redisOwner, ["~* &* +@all"]);
  return [operator, ...users.map(user)].join("");
};

/** The address of the shop's own Redis for one of its users. */
export const urlForUser = (url: string, user: RedisUser, secrets: Secrets): string => {
  const changed = new URL(url);
  changed.username = user;
  changed.password = passwordOf(secrets)[user];
  return changed.href;
};
