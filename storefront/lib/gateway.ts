import "server-only";
import { type Api, serviceFetch } from "@jangteo/shared/client";
import { hc } from "hono/client";

import { env } from "./env";

/** Long enough for a busy service, short enough that a shopper never stares at nothing. */
const deadline = 2_000;

export const catalogue = hc<Api<typeof import("@jangteo/product/contract")>>(env.gatewayUrl, {
  fetch: serviceFetch(deadline),
}).v1;
