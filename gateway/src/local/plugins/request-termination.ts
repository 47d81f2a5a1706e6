import { z } from "zod";

import { exit } from "../exchange.ts";
import { definePlugin } from "../plugin.ts";

const config = z.strictObject({ status_code: z.literal(204) });

export const requestTermination = definePlugin("request-termination", 2, config, (rules) => ({
  access: (exchange) => exit(exchange, rules.status_code),
}));
