import type { Env, Hono } from "hono";

import type { Metrics } from "./metrics.ts";

/** What must answer before a service is ready, by name. */
export type Checks = Record<string, () => Promise<unknown>>;

const deadline = 1000;

const passes = async (check: () => Promise<unknown>) => {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error("too slow")), deadline);
  try {
    await Promise.race([check(), late.promise]);
    return true;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
};

/** `/livez`: the process answers. `/readyz`: its dependencies do as well. `/metrics`: Prometheus. */
export const mountHealth = <E extends Env>(app: Hono<E>, checks: Checks, metrics: Metrics) => {
  app.get("/livez", (c) => c.json({ status: "ok" }));
  app.get("/readyz", async (c) => {
    const answers = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => [name, await passes(check)] as const),
    );
    const ready = answers.every(([, passed]) => passed);
    const body = { status: ready ? "ok" : "unavailable", checks: Object.fromEntries(answers) };
    return c.json(body, ready ? 200 : 503);
  });
  app.get("/metrics", async (c) =>
    c.text(await metrics.registry.metrics(), 200, { "content-type": metrics.registry.contentType }),
  );
};
