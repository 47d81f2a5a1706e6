import { expect, test } from "bun:test";

import { testPaymentService } from "./testing.ts";

const { app, tokens, authorised, read, sandbox } = await testPaymentService({ deadline: 300 });
const manager = await tokens.access({
  sub: crypto.randomUUID(),
  scope: "orders:write refunds:write",
  roles: ["manager"],
});
const ask = async (path: string, { key = crypto.randomUUID(), token = manager, body = {} } = {}) =>
  app.request(`/v1/payments/${path}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "idempotency-key": key,
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });

test("staff take what was authorised, or let go of it", async () => {
  const [one, other] = [await authorised(), await authorised()];
  const taken = await ask(`${one.id}/captures`, { body: { amount: 20_000 } });
  expect([taken.status, await taken.json()]).toMatchObject([200, { captured: 20_000 }]);
  expect((await ask(`${other.id}/voids`)).status).toBe(200);
  expect((await read(other.id)).state).toBe("voided");
  expect((await ask(`${other.id}/captures`)).status).toBe(409);
});

test.each(["captures", "voids", "refunds"])(
  "nobody without a token or the scope does %s, and nothing of what is not there",
  async (name) => {
    const payment = await authorised();
    const shopper = await tokens.access({ sub: crypto.randomUUID() });
    expect((await ask(`${payment.id}/${name}`, { token: "" })).status).toBe(401);
    expect((await ask(`${payment.id}/${name}`, { token: shopper })).status).toBe(403);
    expect((await ask(`${crypto.randomUUID()}/${name}`)).status).toBe(404);
    expect((await read(payment.id)).state).toBe("authorised");
  },
);

test("asked while the provider is away, staff try again with the same key, and it is done once", async () => {
  const payment = await authorised();
  const key = crypto.randomUUID();
  await sandbox.behave({ down: ["capture", "read"] });
  expect((await ask(`${payment.id}/captures`, { key })).status).toBe(503);
  await sandbox.behave({});
  expect((await ask(`${payment.id}/captures`, { key })).status).toBe(200);
  const replay = await ask(`${payment.id}/captures`, { key });
  expect(replay.headers.get("idempotency-replayed")).toBe("true");
  expect((await ask(`${payment.id}/captures`, { key, body: { amount: 1 } })).status).toBe(422);
});
