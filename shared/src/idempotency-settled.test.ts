import { expect, test } from "bun:test";

import { createRoute, z } from "@hono/zod-openapi";

import { idempotency } from "../schema/member.ts";
import { testDatabase } from "../testing/database.ts";
import { testTokens } from "../testing/tokens.ts";
import { bearer, body, idempotencyKey, json } from "./contract.ts";
import { createOnce } from "./idempotency.ts";
import { protect } from "./protect.ts";
import { createService } from "./service.ts";

const { db } = await testDatabase("member");
const tokens = await testTokens();
const gate = { wait: async () => {} };
const ready = new Set<string>();

const At = z.object({ at: z.string() });
const contract = {
  settle: createRoute({
    method: "post",
    path: "/v1/settlements",
    security: bearer,
    request: { headers: idempotencyKey, body: body(z.object({ text: z.string() })) },
    responses: { 200: json(At, "Settled"), 202: json(At, "Not yet") },
  }),
};
const log = { info: () => {}, warn: () => {}, error: () => {} };
const answers = { db, table: idempotency, secret: "a secret of the tests, long enough" };

/** A process that knows of the others only what is stored. */
const start = () => {
  const app = createService({ name: "test", description: "", log });
  protect(app, "test", contract, tokens.rules);
  const { onceByItself } = createOnce(answers);
  app.openapi(contract.settle, (c) =>
    onceByItself(
      c,
      async () => {
        await gate.wait();
        const at = crypto.randomUUID();
        return c.json({ at }, ready.has(c.req.valid("json").text) ? 200 : 202);
      },
      ({ status }) => status === 200,
    ),
  );
  return app;
};
const here = start();
const visitor = await tokens.guest();
const key = () => crypto.randomUUID();

const settle = (text: string, k: string, app = here) =>
  app.request("/v1/settlements", {
    method: "POST",
    body: JSON.stringify({ text }),
    headers: { "content-type": "application/json", "idempotency-key": k, ...visitor },
  });

test("what is not settled yet is asked again under its key; once it is, the answer stays", async () => {
  const [text, k] = [key(), key()];
  expect((await settle(text, k)).status).toBe(202);
  ready.add(text);
  const done = await settle(text, k);
  const again = await settle(text, k);
  expect([done.status, again.status]).toEqual([200, 200]);
  expect(await again.json()).toEqual(await done.json());
  expect(again.headers.get("idempotency-replayed")).toBe("true");
  expect((await settle(key(), k)).status).toBe(422);
});

test("two processes that settle the same at once give one answer", async () => {
  const [text, k] = [key(), key()];
  ready.add(text);
  const both = Promise.withResolvers<void>();
  const arrived = { count: 0 };
  gate.wait = async () => {
    arrived.count += 1;
    if (arrived.count === 2) both.resolve();
    await both.promise;
  };
  const replies = await Promise.all([settle(text, k), settle(text, k, start())]);
  gate.wait = async () => {};
  expect(replies.map(({ status }) => status)).toEqual([200, 200]);
  const [one, other] = await Promise.all(replies.map((reply) => reply.json()));
  expect(one).toEqual(other);
});
