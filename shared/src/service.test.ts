import { expect, test } from "bun:test";

import { createRoute, z } from "@hono/zod-openapi";

import { body, json, text } from "./contract.ts";
import { createLog, redact } from "./log.ts";
import { createService } from "./service.ts";

const lines: string[] = [];
const log = createLog("test", (line) => lines.push(line));
const health = { database: true };
const app = createService({
  name: "test",
  description: "A service of the tests.",
  log,
  maxBody: 1000,
  checks: {
    database: async () => {
      if (!health.database) throw new Error("down");
    },
  },
});
const echo = createRoute({
  method: "post",
  path: "/v1/echo/{id}",
  request: {
    params: z.object({ id: z.uuid() }),
    body: body(z.strictObject({ text: text(20), nested: z.object({ n: z.int() }).optional() })),
  },
  responses: { 200: json(z.object({ text: z.string() }), "What was said") },
});
app.openapi(echo, (c) => {
  const { text: said } = c.req.valid("json");
  if (said === "crash") throw new Error("password=hunter2 at /secret/path");
  return c.json({ text: said }, 200);
});

const path = `/v1/echo/${crypto.randomUUID()}`;
const post = (sent: string | ReadableStream, headers: Record<string, string> = {}, to = path) =>
  app.request(to, {
    method: "POST",
    body: sent,
    headers: { "content-type": "application/json", ...headers },
  });

test("an unknown path is a 404 problem, a wrong method a 405 that names the right one", async () => {
  const missing = await app.request("/v1/nothing");
  expect(missing.status).toBe(404);
  expect(missing.headers.get("content-type")).toContain("application/problem+json");
  const wrong = await app.request(path);
  expect([wrong.status, wrong.headers.get("allow")]).toEqual([405, "POST"]);
  expect(await wrong.json()).toMatchObject({ code: "method_not_allowed", status: 405 });
});

test("a body that is too large is a 413, also when it does not say its length", async () => {
  expect((await post("x".repeat(1001))).status).toBe(413);
  const stream = new ReadableStream({
    start(controller) {
      for (const _ of Array(20)) controller.enqueue(new TextEncoder().encode("x".repeat(100)));
      controller.close();
    },
  });
  const reply = await post(stream);
  expect(await reply.json()).toMatchObject({ status: 413, code: "too_large" });
});

test("each wrong field is named by its JSON Pointer and the rule it broke", async () => {
  const reply = await post(JSON.stringify({ text: "", nested: { n: 1.5 }, more: 1 }));
  expect(await reply.json()).toMatchObject({
    status: 400,
    code: "invalid",
    errors: expect.arrayContaining([
      expect.objectContaining({ in: "body", pointer: "/text", rule: "too_small" }),
      expect.objectContaining({ in: "body", pointer: "/nested/n" }),
      expect.objectContaining({ in: "body", pointer: "/more", rule: "unrecognized_keys" }),
    ]),
  });
  const wrongId = await post('{"text":"a"}', {}, "/v1/echo/7");
  expect(await wrongId.json()).toMatchObject({ errors: [{ in: "path", pointer: "/id" }] });
});

test("a crash is a 500 without its message; the log has it, under the same trace", async () => {
  const traceId = "0af7651916cd43dd8448eb211c80319c";
  const traceparent = `00-${traceId}-b7ad6b7169203331-01`;
  const reply = await post('{"text":"crash"}', { traceparent, "x-request-id": "request-0001" });
  const problem = await reply.json();
  expect(problem).toEqual({
    type: "about:blank",
    title: "Something went wrong",
    status: 500,
    code: "internal",
    requestId: "request-0001",
    traceId,
  });
  const logged = lines.map((line) => JSON.parse(line)).find((line) => line.trace_id === traceId);
  expect(logged).toMatchObject({ level: "error", request_id: "request-0001", code: "internal" });
});

test("a made-up request id or traceparent is replaced, not repeated", async () => {
  const headers = { traceparent: "00-zz", "x-request-id": "<script>" };
  const problem = await (await app.request("/v1/nothing", { headers })).json();
  expect(problem).toMatchObject({
    requestId: expect.stringMatching(/^[\w-]{36}$/),
    traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
  });
});

test("it is alive while a dependency is down, but not ready", async () => {
  expect((await app.request("/readyz")).status).toBe(200);
  health.database = false;
  const reply = await app.request("/readyz");
  expect([reply.status, await reply.json()]).toEqual([
    503,
    { status: "unavailable", checks: { database: false } },
  ]);
  expect((await app.request("/livez")).status).toBe(200);
  health.database = true;
});

test("requests are counted by route template, so that paths do not make series", async () => {
  await post('{"text":"hello"}');
  const metrics = await (await app.request("/metrics")).text();
  expect(metrics).toContain('http_route="/v1/echo/:id",http_response_status_code="200"');
  expect(metrics).not.toContain(path);
});

test("the documents need no other host: Scalar's script comes from the service", async () => {
  const page = await app.request("/docs");
  const html = await page.text();
  const hosts = html.matchAll(/(?:src|href)="(https?:[^"]+)"/g).map(([, url]) => url);
  expect([...hosts]).toEqual([]);
  expect(html).toContain("/docs/scalar.js");
  expect(page.headers.get("content-security-policy")).toContain("script-src 'self'");
  const script = await app.request("/docs/scalar.js");
  expect(script.headers.get("content-type")).toContain("text/javascript");
  expect((await script.text()).length).toBeGreaterThan(100_000);
  expect(await (await app.request("/openapi.json")).json()).toMatchObject({ openapi: "3.1.0" });
});

test("every answer carries the headers that keep a browser from guessing", async () => {
  const { headers } = await post('{"text":"hello"}');
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("content-security-policy")).toContain("default-src 'none'");
});

test("tokens, authorization values and passwords in addresses never reach a log", () => {
  const jwt = "eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJtaW5hIn0.c2lnbmF0dXJl";
  const refresh = "v1.tag.sid.3.c2lnbmF0dXJl";
  const said = `Bearer ${jwt} ${refresh} Basic c3RvcmU6c2VjcmV0 postgres://role:hunter2@db/shop`;
  const logged = redact(said);
  for (const secret of [jwt, refresh, "c3RvcmU6c2VjcmV0", "hunter2"])
    expect(logged).not.toContain(secret);
});
