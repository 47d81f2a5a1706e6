import { z } from "zod";

import { definePlugin, type Phases, type Runtime } from "../plugin.ts";

const code = z.array(z.string()).default([]);
const config = z.strictObject({ access: code, header_filter: code, body_filter: code });

const phases = (given: z.infer<typeof config>, { lua }: Runtime): Phases => {
  const access = given.access.map(lua.compile);
  const headerFilters = given.header_filter.map(lua.compile);
  const bodyFilters = given.body_filter.map(lua.compile);
  return {
    access: (exchange) => {
      for (const run of access) {
        if (!exchange.answer) run({ exchange, answer: undefined });
      }
    },
    headerFilter: (exchange, answer) => {
      for (const run of headerFilters) run({ exchange, answer });
    },
    bodyFilter: (exchange, answer) => {
      for (const run of bodyFilters) run({ exchange, answer });
    },
  };
};

export const preFunction = definePlugin("pre-function", 1_000_000, config, phases);
export const postFunction = definePlugin("post-function", -1000, config, phases);
