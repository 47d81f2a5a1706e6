import { z } from "zod";

import { definePlugin } from "../plugin.ts";

const config = z.strictObject({
  header_name: z.string(),
  generator: z.literal("uuid"),
  echo_downstream: z.literal(true),
});

export const correlationId = definePlugin("correlation-id", 100_001, config, ({ header_name }) => ({
  access: ({ headers }) => {
    if (!headers.get(header_name)) headers.set(header_name, crypto.randomUUID());
  },
  headerFilter: (exchange, answer) => {
    const id = exchange.headers.get(header_name);
    answer.headers.set(header_name, id === undefined || id === "" ? crypto.randomUUID() : id);
  },
}));
