import { z } from "zod";

import { exit, type Exchange } from "../exchange.ts";
import { definePlugin, type Runtime } from "../plugin.ts";

const config = z.strictObject({
  minute: z.int().positive(),
  limit_by: z.enum(["ip", "header"]),
  header_name: z.string().optional(),
  policy: z.enum(["local", "redis"]),
  sync_rate: z.number().optional(),
  fault_tolerant: z.literal(true).optional(),
  hide_client_headers: z.boolean().default(false),
  redis: z
    .strictObject({
      host: z.string(),
      port: z.int(),
      timeout: z.int(),
      username: z.string(),
      password: z.string(),
    })
    .optional(),
});

const windowSeconds = 60;

const countLocally = ({ counters }: Runtime, key: string) => {
  const count = (counters.get(key) ?? 0) + 1;
  counters.set(key, count);
  if (counters.size > 50_000) counters.clear();
  return count;
};

/** Undefined when Redis does not answer: then nobody is limited, as with Kong's `fault_tolerant`. */
const countInRedis = async ({ redis }: Runtime, key: string) => {
  if (redis?.status !== "ready") return undefined;
  const replies = await redis
    .multi()
    .incr(key)
    .expire(key, windowSeconds)
    .exec()
    .catch(() => null);
  const count = replies?.[0]?.[1];
  return typeof count === "number" ? count : undefined;
};

export const rateLimiting = definePlugin(
  "rate-limiting",
  910,
  config,
  (rules, runtime, { name }) => {
    const { minute, limit_by, header_name = "", policy, hide_client_headers } = rules;
    const told = new WeakMap<Exchange, Record<string, string>>();
    const shared = policy === "redis" && runtime.redis !== undefined;

    const subject = ({ headers, address }: Exchange) =>
      (limit_by === "header" && headers.get(header_name)) || address;

    return {
      access: async (exchange) => {
        const now = Math.floor(runtime.clock().getTime() / 1000);
        const window = now - (now % windowSeconds);
        const key = `gw:rl:{${name}:${subject(exchange)}}:${window}`;
        const count = shared ? await countInRedis(runtime, key) : countLocally(runtime, key);
        if (count === undefined) return;
        const reset = String(Math.max(1, window + windowSeconds - now));
        const remaining = String(Math.max(0, minute - count));
        const headers = {
          "X-RateLimit-Limit-Minute": String(minute),
          "X-RateLimit-Remaining-Minute": remaining,
          "RateLimit-Limit": String(minute),
          "RateLimit-Remaining": remaining,
          "RateLimit-Reset": reset,
        };
        if (!hide_client_headers) told.set(exchange, headers);
        if (count > minute) exit(exchange, 429, { "Retry-After": reset });
      },
      headerFilter: (exchange, answer) => {
        for (const [header, value] of Object.entries(told.get(exchange) ?? {}))
          answer.headers.set(header, value);
      },
    };
  },
);
