import { createMiddleware } from "hono/factory";

import type { ServiceEnv } from "./context.ts";
import type { Log } from "./log.ts";
import { gauge, type Metrics } from "./metrics.ts";
import { answerProblem, AppError } from "./problem.ts";

const refusal = () =>
  new AppError("unavailable", "Too many requests at a time", { headers: { "retry-after": "1" } });

/**
 * Refuses at once what would be more than `most` requests at a time: it would only wait, and keep the
 * others waiting. A request counts until its work is done, though its client be gone or its answer begun.
 */
export const bounded = (most: number, metrics: Metrics, log: Log) => {
  const seen = { inFlight: 0 };
  gauge(metrics, "http_server_active_requests", "Requests at work", () => seen.inFlight);
  const leave = () => {
    seen.inFlight -= 1;
  };
  return createMiddleware<ServiceEnv>(async (c, next) => {
    if (seen.inFlight >= most) {
      const refused = refusal();
      log.warn(refused.message);
      return answerProblem(c, refused);
    }
    seen.inFlight += 1;
    try {
      return await next();
    } finally {
      // Nobody reads the body of an answer to HEAD, so it would last for ever.
      const lasting = c.req.method === "HEAD" ? undefined : c.get("lasting");
      if (lasting) void lasting.then(leave, leave);
      else leave();
    }
  });
};
