import { z } from "zod";

import { exit } from "../exchange.ts";
import { definePlugin } from "../plugin.ts";

const config = z.strictObject({
  origins: z.array(z.string()),
  methods: z.array(z.string()),
  headers: z.array(z.string()),
  exposed_headers: z.array(z.string()),
  credentials: z.literal(false),
  max_age: z.int(),
});

const allowOrigin = "Access-Control-Allow-Origin";

export const cors = definePlugin("cors", 2000, config, (rules) => {
  const origins = new Set(rules.origins);
  const preflight = {
    Vary: "Origin",
    "Access-Control-Allow-Headers": rules.headers.join(","),
    "Access-Control-Allow-Methods": rules.methods.join(","),
    "Access-Control-Max-Age": String(rules.max_age),
  };
  const answered = new WeakSet();
  return {
    access: (exchange) => {
      const { method, headers } = exchange;
      const origin = headers.get("origin");
      const asks = origin !== undefined && headers.get("access-control-request-method");
      if (method !== "OPTIONS" || !asks) return;
      answered.add(exchange);
      exit(exchange, 200, { ...preflight, ...(origins.has(origin) && { [allowOrigin]: origin }) });
    },
    headerFilter: (exchange, { headers }) => {
      if (answered.has(exchange)) return;
      const origin = exchange.headers.get("origin");
      headers.add("Vary", "Origin");
      if (origin !== undefined && origins.has(origin)) headers.set(allowOrigin, origin);
      else headers.remove(allowOrigin);
      headers.set("Access-Control-Expose-Headers", rules.exposed_headers.join(","));
    },
  };
});
