import { z } from "zod";

import { exit } from "../exchange.ts";
import { definePlugin } from "../plugin.ts";

const units = { bytes: 1, kilobytes: 2 ** 10, megabytes: 2 ** 20 };
const config = z.strictObject({
  allowed_payload_size: z.int().nonnegative(),
  size_unit: z.enum(["bytes", "kilobytes", "megabytes"]),
});

export const requestSizeLimiting = definePlugin(
  "request-size-limiting",
  951,
  config,
  ({ allowed_payload_size, size_unit }) => {
    const most = allowed_payload_size * units[size_unit];
    return {
      access: async (exchange) => {
        const declared = exchange.headers.get("content-length");
        const size = declared === undefined ? (await exchange.readBody()).length : Number(declared);
        if (size <= most) return;
        const expects = exchange.headers.get("expect")?.toLowerCase() === "100-continue";
        exit(exchange, expects ? 417 : 413);
      },
    };
  },
);
