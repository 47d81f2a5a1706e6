import { z } from "zod";

import type { Entry } from "../cache-store.ts";
import { createAnswer, type Answer, type Exchange } from "../exchange.ts";
import { createFields, dropHopByHop } from "../fields.ts";
import { definePlugin } from "../plugin.ts";
import { readQuery, writeQuery } from "../target.ts";

const config = z.strictObject({
  strategy: z.literal("memory"),
  memory: z.strictObject({ dictionary_name: z.string() }),
  cache_control: z.literal(true),
  request_method: z.tuple([z.literal("GET")]),
  response_code: z.array(z.int()),
  content_type: z.array(z.string()),
  vary_headers: z.array(z.string()),
  response_headers: z.strictObject({
    age: z.literal(true),
    "X-Cache-Status": z.literal(true),
    "X-Cache-Key": z.literal(false),
  }),
});
type Rules = z.infer<typeof config>;

const keyOf = ({ route, method, target, query, headers, host }: Exchange, rules: Rules) => {
  const path = target.query === undefined ? target.path : `${target.path}?`;
  const varied = rules.vary_headers.map((name) => (name === "host" ? host : headers.get(name)));
  return JSON.stringify([route?.name, method, path, writeQuery(readQuery(query)), varied]);
};

/** Seconds that an answer may be kept; 0 for one that may not. */
const freshness = ({ status, headers }: Answer, rules: Rules) => {
  const control = headers.get("cache-control")?.toLowerCase() ?? "";
  const [, shared] = /\bs-maxage=(\d+)/.exec(control) ?? [];
  const [, any] = /\bmax-age=(\d+)/.exec(control) ?? [];
  const refused = /\b(?:private|no-store|no-cache)\b/.test(control);
  const kept =
    rules.response_code.includes(status) &&
    rules.content_type.includes(headers.get("content-type") ?? "");
  return kept && !refused ? Number(shared ?? any ?? 0) : 0;
};

const ofLength = /^content-length$/i;
const ofBody = /^content-(?:length|type)$/i;

const fromCache = ({ status, headers, body, storedAt }: Entry, ifNoneMatch = "", now = 0) => {
  const fields = createFields(headers);
  const etag = fields.get("etag");
  const unchanged = etag !== undefined && ifNoneMatch.split(/,\s*/).includes(etag);
  const answer = createAnswer(unchanged ? 304 : status, {}, unchanged ? "" : body);
  for (const [name, values] of fields.entries()) {
    if (!(unchanged ? ofBody : ofLength).test(name)) answer.headers.set(name, values);
  }
  answer.headers.set("Age", String(Math.floor((now - storedAt) / 1000)));
  answer.headers.set("X-Cache-Status", "Hit");
  return answer;
};

export const proxyCache = definePlugin("proxy-cache", 100, config, (rules, { cache, clock }) => {
  const missed = new WeakMap<Exchange, { key: string | undefined }>();
  return {
    access: (exchange) => {
      if (exchange.method !== "GET") return;
      if (/\bno-(?:store|cache)\b/.test(exchange.headers.get("cache-control") ?? "")) {
        missed.set(exchange, { key: undefined });
        return;
      }
      const key = keyOf(exchange, rules);
      const now = clock().getTime();
      const entry = cache.get(key);
      if (entry && entry.expiresAt > now)
        exchange.answer = fromCache(entry, exchange.headers.get("if-none-match"), now);
      else missed.set(exchange, { key });
    },
    headerFilter: (exchange, answer) => {
      const miss = missed.get(exchange);
      if (!miss || answer.source !== "service") return;
      const { key } = miss;
      const seconds = key === undefined ? 0 : freshness(answer, rules);
      answer.headers.set("X-Cache-Status", seconds > 0 ? "Miss" : "Bypass");
      if (key === undefined || seconds === 0) return;
      const kept = createFields(answer.headers.flat());
      dropHopByHop(kept);
      const [status, headers] = [answer.status, kept.flat()];
      answer.collect = (body) => {
        const storedAt = clock().getTime();
        cache.set(key, { status, headers, body, storedAt, expiresAt: storedAt + seconds * 1000 });
      };
    },
  };
});
