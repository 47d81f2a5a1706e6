import type { Plugin } from "./plugin.ts";
import { correlationId } from "./plugins/correlation-id.ts";
import { cors } from "./plugins/cors.ts";
import { postFunction, preFunction } from "./plugins/functions.ts";
import { jwt } from "./plugins/jwt.ts";
import { opentelemetry } from "./plugins/opentelemetry.ts";
import { prometheus } from "./plugins/prometheus.ts";
import { proxyCache } from "./plugins/proxy-cache.ts";
import { rateLimiting } from "./plugins/rate-limiting.ts";
import { requestSizeLimiting } from "./plugins/request-size-limiting.ts";
import { requestTermination } from "./plugins/request-termination.ts";

/** All that the local gateway knows, in the order in which Kong runs them. */
export const plugins: readonly Plugin[] = [
  preFunction,
  correlationId,
  cors,
  jwt,
  requestSizeLimiting,
  rateLimiting,
  proxyCache,
  opentelemetry,
  prometheus,
  requestTermination,
  postFunction,
];
