import { expect, test } from "bun:test";

import { expectBadInputRefused } from "@jangteo/shared/testing/bad-input";
import { sql } from "drizzle-orm";

import { hour, isSigned, testWebhooks } from "../testing/webhooks.ts";
import { recordEvent } from "./recording.ts";

const shop = await testWebhooks();
const { db, receiver, send, read, path, subscribe, find, log, happen, deliver, pass } = shop;

test("what happens reaches an integrator once, signed so that another implementation agrees", async () => {
  const { url, id, secret, ...made } = await subscribe();
  expect(made).toMatchObject({ state: "enabled", reason: null, version: 1 });
  const event = await happen("order.placed", { email: "mina@example.com" });
  await happen("order.cancelled");
  await Promise.all([deliver(), deliver()]);
  await deliver();
  const [got, ...more] = receiver.at(url);
  if (!got) throw new Error("nothing came");
  expect(more).toEqual([]);
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(await isSigned(got, secret)).toBe(true);
  expect(await isSigned({ ...got, body: `${got.body} ` }, secret)).toBe(false);
  expect(got.headers.get("webhook-id")).toBe(event.id);
  const { orderId, number } = event.payload;
  expect(JSON.parse(got.body)).toEqual({
    ...{ type: "order.placed", timestamp: expect.any(String), data: { orderId, number } },
  });
  const [delivery] = await log(id);
  expect(delivery).toMatchObject({
    ...{ state: "delivered", eventId: event.id, nextAttemptAt: null, body: got.body },
    attempts: [{ status: 200, error: null, answer: "thanks" }],
  });
});

test("an event that comes twice, and to many at once, is written down once for each who wants it", async () => {
  const [one, two] = [await subscribe(), await subscribe()];
  const event = await happen();
  await Promise.all(Array.from({ length: 8 }, () => recordEvent(db, event, new Date())));
  for (const { id } of [one, two]) expect(await log(id)).toHaveLength(1);
});

test("a secret is shown by the answer that made it, also when that is asked for again; the database has it nowhere", async () => {
  const key = { "idempotency-key": crypto.randomUUID() };
  const body = { url: receiver.newUrl(), eventTypes: ["order.placed"] };
  const first = await send("POST", path, body, key);
  const made = await read<{ id: string; secret: string }>(first);
  const again = await send("POST", path, body, key);
  expect([again.status, await again.json()]).toEqual([201, made]);
  expect(again.headers.get("idempotency-replayed")).toBe("true");
  expect(JSON.stringify(await find(made.id))).not.toContain("whsec_");
  const stored = await db.execute(sql`select (select string_agg(body, '') from "order".idempotency)
    || (select string_agg(sealed, '') from "order".webhook_secrets) as everything`);
  expect(JSON.stringify(stored)).not.toContain(made.secret);
  expect(JSON.stringify(stored)).not.toContain("whsec_");
});

test("a replaced secret signs as well until its time is over, so that receivers can change in between", async () => {
  const { id, url, secret: before } = await subscribe();
  const rotate = send("POST", `${path}/${id}/secrets`, { overlapHours: 2 });
  const { secret: after } = await read<{ secret: string }>(rotate);
  expect(after).not.toBe(before);
  await happen();
  await deliver();
  pass(3 * hour);
  await happen();
  await deliver();
  const [during, later] = receiver.at(url);
  if (!during || !later) throw new Error("two were to come");
  expect([await isSigned(during, before), await isSigned(during, after)]).toEqual([true, true]);
  expect([await isSigned(later, before), await isSigned(later, after)]).toEqual([false, true]);
  expect((await find(id)).secrets).toHaveLength(1);
});

test("staff change, disable and end a subscription; who has not seen the last change cannot", async () => {
  const { id, url } = await subscribe();
  const change = (version: number, fields: object) =>
    send("PATCH", `${path}/${id}`, fields, { "if-match": `"${version}"` });
  expect((await change(1, { state: "disabled", description: "ERP" })).status).toBe(200);
  expect((await change(1, { state: "enabled" })).status).toBe(412);
  await happen();
  await deliver();
  expect(receiver.at(url)).toEqual([]);
  expect(await find(id)).toMatchObject({ state: "disabled", reason: "staff", description: "ERP" });
  expect((await send("POST", `${path}/${id}/pings`)).status).toBe(409);
  expect((await change(2, { state: "enabled" })).status).toBe(200);
  expect((await send("POST", `${path}/${id}/pings`)).status).toBe(202);
  await deliver();
  expect(receiver.at(url).map(({ body }) => JSON.parse(body).type)).toEqual(["ping"]);
  expect((await send("DELETE", `${path}/${id}`)).status).toBe(204);
  for (const [method, at] of [
    ["GET", id],
    ["DELETE", id],
    ["GET", `${id}/deliveries`],
  ] as const)
    expect((await send(method, `${path}/${at}`)).status).toBe(404);
});

test("subscriptions and their log are read page by page, the newest first", async () => {
  const { id } = await subscribe();
  const newer = await subscribe();
  const first = await read<{ items: { id: string }[]; next: string }>(
    send("GET", `${path}?limit=1`),
  );
  expect(first.items.map((one) => one.id)).toEqual([newer.id]);
  const second = await read<typeof first>(send("GET", `${path}?limit=1&after=${first.next}`));
  expect(second.items.map((one) => one.id)).toEqual([id]);
  const events = [await happen(), await happen(), await happen()];
  const [last] = await log(id, "?limit=1");
  const rest = await log(id, `?after=${last?.id}`);
  const told = [last, ...rest].map((one) => one?.eventId);
  expect(told).toEqual(events.map((one) => one.id).toReversed());
  expect(await log(id, "?state=failed")).toEqual([]);
});

test("shoppers, and staff without the scope, neither read nor change subscriptions", async () => {
  const { tokens } = shop;
  const other = await tokens.access({ sub: "x", scope: "orders:write", roles: ["support"] });
  const as = [
    { authorization: "" },
    await tokens.guest(),
    await tokens.member(),
    { authorization: `Bearer ${other}` },
  ];
  for (const [at, who] of as.entries())
    expect((await send("GET", path, undefined, who)).status).toBe(at === 0 ? 401 : 403);
});

test("bad input is refused on every route by a problem that names the field; nothing is stored", async () => {
  const { app, contract, asOwner } = shop;
  const routes = await expectBadInputRefused({
    ...{ app, contract },
    as: {
      ...{ public: {}, client: {}, bearer: {}, internal: {} },
      member: { ...asOwner, "if-match": '"1"' },
    },
    stored: () =>
      db.execute(sql`select (select count(*) from "order".webhook_subscriptions)
        + (select count(*) from "order".webhook_deliveries)
        + (select count(*) from "order".idempotency) as rows`),
  });
  expect(routes).toBe(11);
});
