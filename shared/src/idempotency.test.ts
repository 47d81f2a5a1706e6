import { expect, test } from "bun:test";

import { createRoute, z } from "@hono/zod-openapi";
import { eq } from "drizzle-orm";
import fc from "fast-check";

import { idempotency, outbox } from "../schema/member.ts";
import { testDatabase } from "../testing/database.ts";
import { testTokens } from "../testing/tokens.ts";
import { bearer, body, idempotencyKey, json } from "./contract.ts";
import { createOnce } from "./idempotency.ts";
import { publish } from "./outbox.ts";
import { AppError } from "./problem.ts";
import { protect } from "./protect.ts";
import { createService } from "./service.ts";
import { pruneIdempotency } from "./stored-answers.ts";

const { db } = await testDatabase("member");
const tokens = await testTokens();
const now = { at: new Date() };
const gate = { wait: async () => {} };

const Note = z.looseObject({ text: z.string(), refuse: z.string().optional() });
const contract = {
  write: createRoute({
    method: "post",
    path: "/v1/notes/{shelf}",
    security: bearer,
    request: {
      params: z.object({ shelf: z.string() }),
      headers: idempotencyKey,
      body: body(Note),
    },
    responses: { 201: json(z.object({ text: z.string(), at: z.string() }), "Written") },
  }),
};
const app = createService({ name: "test", description: "", log: silent() });
protect(app, "test", contract, tokens.rules);
const { once } = createOnce({
  db,
  table: idempotency,
  secret: "a secret of the tests, long enough",
  clock: () => now.at,
});
app.openapi(contract.write, (c) =>
  once(c, async (tx) => {
    const { text, refuse } = c.req.valid("json");
    await publish(tx, outbox, "note", { text });
    await gate.wait();
    if (refuse === "conflict") throw new AppError("conflict", "The shelf is full");
    if (refuse === "crash") throw new Error("broken");
    return c.json({ text, at: crypto.randomUUID() }, 201);
  }),
);

function silent() {
  return { info: () => {}, warn: () => {}, error: () => {} };
}
const visitor = await tokens.guest();
const write = (
  text: string,
  key: string,
  {
    sent = { text },
    headers = visitor,
    shelf = "a",
  }: { sent?: object | string; headers?: Record<string, string>; shelf?: string } = {},
) =>
  app.request(`/v1/notes/${shelf}`, {
    method: "POST",
    body: typeof sent === "string" ? sent : JSON.stringify(sent),
    headers: { "content-type": "application/json", "idempotency-key": key, ...headers },
  });
const effectsOf = async (text: string) =>
  (await db.select().from(outbox).where(eq(outbox.type, "note"))).filter(
    ({ payload }) => (payload as { text: string }).text === text,
  ).length;
const key = () => crypto.randomUUID();

test("fifty duplicates at once have one effect, and get one answer or a 409 that says when", async () => {
  const [text, k] = [key(), key()];
  const replies = await Promise.all(Array.from({ length: 50 }, async () => write(text, k)));
  expect(await effectsOf(text)).toBe(1);
  const created = replies.filter(({ status }) => status === 201);
  const waiting = replies.filter(({ status }) => status === 409);
  expect(created.length + waiting.length).toBe(50);
  expect(new Set(await Promise.all(created.map((reply) => reply.text()))).size).toBe(1);
  for (const reply of waiting) expect(reply.headers.get("retry-after")).toBe("1");
});

test("while the first request runs, a duplicate is told to come back, and then gets its answer", async () => {
  const [text, k] = [key(), key()];
  const arrived = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  gate.wait = () => (arrived.resolve(), released.promise);
  const first = write(text, k);
  await arrived.promise;
  gate.wait = async () => {};
  const early = await write(text, k);
  expect(await early.json()).toMatchObject({ status: 409, code: "in_flight" });
  released.resolve();
  const answer = await first;
  const late = await write(text, k);
  expect([late.status, late.headers.get("idempotency-replayed")]).toEqual([201, "true"]);
  expect(await late.text()).toBe(await answer.text());
});

test("the same key with another request is refused, whatever differs", async () => {
  const [text, k] = [key(), key()];
  await write(text, k);
  const others = [await write("other", k), await write(text, k, { shelf: "b" })];
  for (const reply of others) {
    expect(await reply.json()).toMatchObject({ status: 422, code: "key_reused" });
  }
  expect(await effectsOf("other")).toBe(0);
});

test("two visitors with the same key do not meet", async () => {
  const [text, k] = [key(), key()];
  const other = await tokens.guest();
  const replies = [await write(text, k), await write(text, k, { headers: other })];
  expect(replies.map(({ status }) => status)).toEqual([201, 201]);
  expect(replies[1]?.headers.has("idempotency-replayed")).toBe(false);
  expect(await effectsOf(text)).toBe(2);
});

test("a body is the same however its members are ordered and spaced, and the key quoted or not", async () => {
  const members = fc.dictionary(
    fc.stringMatching(/^[a-z]{1,6}$/),
    fc.json().map((t) => JSON.parse(t)),
  );
  await fc.assert(
    fc.asyncProperty(members, async (extra) => {
      const [text, k] = [key(), key()];
      const entries = Object.entries({ ...extra, text, refuse: undefined });
      const shuffled = Object.fromEntries(entries.toReversed());
      await write(text, k, { sent: Object.fromEntries(entries) });
      const again = await write(text, `"${k}"`, { sent: JSON.stringify(shuffled, null, 3) });
      expect([again.status, again.headers.get("idempotency-replayed")]).toEqual([201, "true"]);
      expect(await effectsOf(text)).toBe(1);
    }),
    { numRuns: 25 },
  );
});

test("a business refusal undoes the write and is kept; a crash undoes it and is not", async () => {
  const [text, k] = [key(), key()];
  const refused = await write(text, k, { sent: { text, refuse: "conflict" } });
  const again = await write(text, k, { sent: { text, refuse: "conflict" } });
  expect([refused.status, again.status]).toEqual([409, 409]);
  expect(again.headers.get("idempotency-replayed")).toBe("true");
  expect(await again.text()).toBe(await refused.text());
  const crashed = await write(text, key(), { sent: { text, refuse: "crash" } });
  expect(crashed.status).toBe(500);
  expect(await crashed.text()).not.toContain("broken");
  expect(await effectsOf(text)).toBe(0);
});

test("after a day a key is free again, and its row goes", async () => {
  const [text, k] = [key(), key()];
  await write(text, k);
  now.at = new Date(now.at.getTime() + 24 * 3_600_000 + 1000);
  const later = await write(text, k);
  expect([later.status, later.headers.has("idempotency-replayed")]).toEqual([201, false]);
  expect(await effectsOf(text)).toBe(2);
  expect(await pruneIdempotency(db, idempotency, now.at)).toBeGreaterThan(0);
  const kept = await db.select().from(idempotency).where(eq(idempotency.key, k));
  expect(kept.length).toBe(1);
});
