import { afterAll, expect, test } from "bun:test";

import { createRoute } from "@hono/zod-openapi";
import { sql } from "drizzle-orm";

import type { ToldSpan } from "../embedded/collector.ts";
import { outbox } from "../schema/member.ts";
import { startCollector } from "../testing/collector.ts";
import { testDatabase } from "../testing/database.ts";
import { testRedis } from "../testing/redis.ts";
import { serviceFetch } from "./client.ts";
import { publish, relay } from "./outbox.ts";
import { connectBlocking } from "./redis.ts";
import { createService } from "./service.ts";
import { sendTo, startConsumer } from "./stream.ts";
import { startTelemetry } from "./telemetry.ts";

const { db } = await testDatabase("member");
const { redis, url: redisUrl } = await testRedis();
const collector = startCollector();
const quiet = { info: () => {}, warn: () => {}, error: () => {} };
const stream = crypto.randomUUID();
const typed = "mina@example.com";

const post = (path: string) =>
  createRoute({ method: "post", path, responses: { 204: { description: "Done" } } });
const serving = (app: { fetch: (request: Request) => Response | Promise<Response> }) => {
  const server = Bun.serve({ port: 0, hostname: "127.0.0.1", fetch: app.fetch });
  afterAll(() => server.stop(true));
  return `http://127.0.0.1:${server.port}`;
};

const inner = createService({ name: "inner", description: "", log: quiet });
inner.openapi(post("/v1/notes/{id}"), async (c) => {
  await db.transaction((tx) => publish(tx, outbox, "note.taken", { email: typed }));
  await redis.set(`note:${typed}`, typed, "EX", 10);
  return c.body(null, 204);
});
inner.openapi(post("/v1/failures"), async () => {
  await db.execute(sql`select ${typed}::int`);
  throw new Error("unreachable");
});
const innerUrl = serving(inner);
const outer = createService({ name: "outer", description: "", log: quiet });
outer.openapi(post("/v1/notes"), async (c) => {
  await serviceFetch(5000)(`${innerUrl}/v1/notes/7?email=${typed}`, { method: "POST" });
  return c.body(null, 204);
});
const outerUrl = serving(outer);

/** Tells of spans while `work` is done; answers what was told. */
const told = async (work: () => Promise<unknown>, ratio = "1") => {
  collector.spans.length = 0;
  const telemetry = await startTelemetry("test", {
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_TRACES_SAMPLER_ARG: ratio,
  });
  await work();
  await telemetry.stop();
  return [...collector.spans];
};
const consumeOne = async () => {
  const done = Promise.withResolvers<void>();
  const consumer = startConsumer({
    ...{ redis: connectBlocking(redisUrl, quiet), service: stream, group: "readers", log: quiet },
    handle: async () => {
      await db.execute(sql`select 1`);
      done.resolve();
    },
  });
  await done.promise;
  await consumer.stop();
};
const ask = (url: string, headers: Record<string, string> = {}) =>
  fetch(url, { method: "POST", headers });

const caller = { trace: "0af7651916cd43dd8448eb211c80319c", span: "b7ad6b7169203331" };
const from = (flags: string) => ({ traceparent: `00-${caller.trace}-${caller.span}-${flags}` });
/** The names from the caller's span down to one. */
const wayTo = (spans: ToldSpan[], name: string): string[] => {
  const up = (span: ToldSpan | undefined): string[] =>
    span === undefined
      ? []
      : [...up(spans.find(({ spanId }) => spanId === span.parentId)), span.name];
  return up(spans.find((span) => span.name === name));
};

test("one trace leads from a request through services, statements, outbox and stream to the consumer", async () => {
  const spans = await told(async () => {
    await ask(`${outerUrl}/v1/notes`, from("01"));
    await relay(db, outbox, sendTo(redis, stream));
    await consumeOne();
  });
  const inside = ["POST /v1/notes", `POST ${new URL(innerUrl).host}`, "POST /v1/notes/:id"];
  const consumed = [...inside, "transaction", "send note.taken", "process note.taken"];
  expect(wayTo(spans, "insert outbox")).toEqual([...inside, "transaction", "insert outbox"]);
  expect(wayTo(spans, "set")).toEqual([...inside, "set"]);
  expect(wayTo(spans, "select")).toEqual([...consumed, "select"]);
  expect(new Set(spans.map(({ traceId }) => traceId))).toEqual(new Set([caller.trace]));
  expect(spans.find(({ name }) => name === "POST /v1/notes")?.parentId).toBe(caller.span);
  const kinds = Object.fromEntries(spans.map(({ name, kind }) => [name, kind]));
  expect(kinds).toMatchObject({
    "POST /v1/notes": "server",
    transaction: "internal",
    "insert outbox": "client",
    "send note.taken": "producer",
    "process note.taken": "consumer",
  });
  for (const { start, end } of spans) expect(end).toBeGreaterThanOrEqual(start);
});

test("no span tells what somebody typed", async () => {
  const spans = await told(() => ask(`${outerUrl}/v1/notes`, from("01")));
  expect(spans.length).toBeGreaterThan(4);
  expect(JSON.stringify(spans)).not.toContain(typed);
  expect(spans.find(({ name }) => name === "insert outbox")?.attributes["db.query.text"]).toContain(
    "$1",
  );
});

test("a failure is marked on the statement and the request, by its code and not its words", async () => {
  const spans = await told(() => ask(`${innerUrl}/v1/failures`, from("01")));
  const marks = spans.map(({ name, failed, attributes }) => ({
    name,
    mark: failed && attributes["error.type"],
  }));
  expect(marks).toEqual([
    { name: "select", mark: "22P02" },
    { name: "POST /v1/failures", mark: "500" },
  ]);
});

test("what the caller does not want told is not told, nor a trace that begins here beyond its share", async () => {
  expect(await told(() => ask(`${outerUrl}/v1/notes`, from("00")))).toEqual([]);
  expect(await told(() => ask(`${outerUrl}/v1/notes`), "0")).toEqual([]);
  expect((await told(() => ask(`${outerUrl}/v1/notes`), "1")).length).toBeGreaterThan(4);
});

test("what asks all the time whether a service is there makes no traces", async () => {
  const probes = ["/livez", "/readyz", "/metrics"].map((path) => fetch(`${outerUrl}${path}`));
  expect(await told(() => Promise.all(probes))).toEqual([]);
});

test("a service answers as fast as ever while its collector is away", async () => {
  const telemetry = await startTelemetry("test", {
    OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:1",
  });
  expect((await ask(`${outerUrl}/v1/notes`)).status).toBe(204);
  await telemetry.stop();
});

test("metrics lead to traces: an observation names the trace it came from", async () => {
  await told(() => ask(`${outerUrl}/v1/notes`, from("01")));
  const reply = await fetch(`${outerUrl}/metrics`);
  expect(reply.headers.get("content-type")).toContain("application/openmetrics-text");
  const text = await reply.text();
  expect(text).toMatch(new RegExp(`http_route="/v1/notes".* # \\{trace_id="${caller.trace}"`));
  const counted = text.split("\n").filter((line) => /_(?:count|total|p99_seconds)\{/.test(line));
  const saying = (...words: string[]) =>
    counted.filter((line) => words.every((word) => line.includes(word))).length;
  expect(saying("db_client_operation_duration", '"postgresql"', '"insert"')).toBe(1);
  expect(saying("db_client_operation_duration", '"redis"', '"set"')).toBe(1);
  expect(saying("http_client_request", `"${new URL(innerUrl).host}"`, '"204"')).toBe(1);
  expect(saying("messaging_process_duration", '"readers"', '"note.taken"')).toBe(1);
  expect(saying("messaging_client_sent_messages_total", '"note.taken"')).toBe(1);
  expect(saying("event_loop_lag_p99_seconds")).toBe(1);
  expect(text.trimEnd().endsWith("# EOF")).toBe(true);
});
