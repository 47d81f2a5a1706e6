import process from "node:process";

import { takeSpans } from "@jangteo/shared/embedded/collector";
import { Hono } from "hono";
import { z } from "zod";

import { listPage, nothingPage, tracePage } from "./pages.ts";
import { createTraces } from "./store.ts";

const Wanted = z.object({
  service: z
    .string()
    .transform((service) => service || undefined)
    .optional()
    .catch(undefined),
  failed: z
    .literal("true")
    .transform(() => true)
    .optional()
    .catch(undefined),
  atLeast: z.coerce.number().min(0).catch(0),
});

const traces = createTraces();
const app = new Hono();
const shown = 100;

app.use(async (c, next) => {
  await next();
  c.header(
    "content-security-policy",
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
  );
});
app.post("/v1/traces", (c) => takeSpans(c.req.raw, traces.add));
app.get("/livez", (c) => c.json({ status: "ok" }));
app.get("/", (c) => {
  const { service, failed = false, atLeast } = Wanted.parse(c.req.query());
  const wanted = { service, failed, atLeast };
  return c.html(listPage(traces.recent(wanted).slice(0, shown), traces.services(), wanted));
});
app.get("/traces/:id", (c) => {
  const id = c.req.param("id");
  const found = traces.find(id);
  return found ? c.html(tracePage(found)) : c.html(nothingPage(id), 404);
});
app.get("/api/traces", (c) => c.json({ traces: traces.recent().slice(0, shown) }));
app.get("/api/traces/:id", (c) => {
  const found = traces.find(c.req.param("id"));
  return found ? c.json(found) : c.json({ message: "There is no such trace here" }, 404);
});

const port = Number(process.env["PORT"] ?? 4318);
Bun.serve({ port, hostname: process.env["HOST"] ?? "127.0.0.1", fetch: app.fetch });
process.stdout.write(`The traces are on http://localhost:${port}\n`);
