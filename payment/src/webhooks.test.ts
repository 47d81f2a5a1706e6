import { expect, test } from "bun:test";
import { createHmac } from "node:crypto";

import { providerEvents } from "@jangteo/shared/schema/payment/payments";
import { eq } from "drizzle-orm";

import { eventually, testPaymentService } from "./testing.ts";

const service = await testPaymentService();
const { begin, read, inquire, operate, authorised, eventsOf, sandbox, app, db } = service;

const sign = (body: string, at = Date.now(), secret = sandbox.access.webhookSecret) => {
  const time = Math.floor(at / 1000);
  const mac = createHmac("sha256", secret).update(`${time}.${body}`).digest("hex");
  return `t=${time},v1=${mac}`;
};
const tell = async (body: string, signature: string | undefined, provider = "sandbox") =>
  (
    await app.request(`/v1/webhooks/${provider}`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(signature && { "sandbox-signature": signature }),
      },
      body,
    })
  ).status;
const chargeOf = async (id: string) => (await sandbox.charges(id))[0];
const eventOf = async (id: string, type: string) => {
  const event = { id: `evt_${crypto.randomUUID()}`, type, data: await chargeOf(id) };
  // Spaces that no parser keeps: the signature is over the text as it was sent.
  return { eventId: event.id, body: JSON.stringify(event, null, 3) };
};
const heard = (eventId: string) =>
  db.select().from(providerEvents).where(eq(providerEvents.eventId, eventId));

test("an event is taken in by its signature over the raw body, once", async () => {
  await sandbox.behave({ webhooks: "lost" });
  const payment = await begin();
  await sandbox.payer(payment).pay("4242424242424242");
  const { eventId, body } = await eventOf(payment.id, "charge.authorised");
  const all = await Promise.all(Array.from({ length: 10 }, () => tell(body, sign(body))));
  expect(new Set(all)).toEqual(new Set([204]));
  expect((await read(payment.id)).state).toBe("authorised");
  expect((await heard(eventId)).length).toBe(1);
  expect(await eventsOf(payment.id)).toEqual(["payment.authorised"]);
  await sandbox.behave({});
});

test("without a good signature of the last five minutes nothing is believed", async () => {
  const payment = await begin();
  const { eventId, body } = await eventOf(payment.id, "charge.captured");
  const tampered = body.replace("38000", "1");
  expect(tampered).not.toBe(body);
  const now = Date.now();
  expect(await tell(body, undefined)).toBe(401);
  expect(await tell(tampered, sign(body))).toBe(401);
  expect(await tell(body, sign(body, now, "another secret"))).toBe(401);
  expect(await tell(body, sign(body, now - 301_000))).toBe(401);
  expect(await tell(body, sign(body, now + 302_000))).toBe(401);
  expect(await tell(body, "t=1,v1=zz")).toBe(401);
  expect(await heard(eventId)).toEqual([]);
  expect((await read(payment.id)).state).toBe("requires_action");
});

test("what is no JSON, and providers that are none or switched off, are refused", async () => {
  expect(await tell('{"a":', "t=1,v1=aa")).toBe(400);
  expect(await tell("{}", undefined, "stripe")).toBe(404);
  expect(await tell("{}", undefined, "nobody")).toBe(400);
});

test("an event about a charge of nobody is taken in and changes nothing", async () => {
  const payment = await authorised();
  const { eventId, body } = await eventOf(payment.id, "charge.captured");
  const foreign = body
    .replaceAll(payment.id, crypto.randomUUID())
    .replaceAll((await chargeOf(payment.id))?.id ?? "", "ch_nobodys");
  expect(await tell(foreign, sign(foreign))).toBe(204);
  expect(await heard(eventId)).toMatchObject([{ outcome: "unknown" }]);
});

test("sent twice, every event counts once", async () => {
  await sandbox.behave({ webhooks: "twice" });
  const payment = await begin();
  await sandbox.payer(payment).pay("4242424242424242");
  await eventually(async () => (await read(payment.id)).state === "authorised");
  await operate(payment.id, "captures");
  await operate(payment.id, "refunds");
  await sandbox.behave({});
  expect(await eventsOf(payment.id)).toEqual([
    ...["payment.authorised", "payment.captured", "payment.refunded"],
  ]);
});

test("told in the wrong order, and after everything was over, events move nothing back", async () => {
  await sandbox.behave({ webhooks: "held" });
  const payment = await begin();
  await sandbox.payer(payment).pay("4242424242424242");
  expect((await inquire(payment.id)).state).toBe("authorised");
  await operate(payment.id, "captures");
  await operate(payment.id, "refunds");
  const before = await read(payment.id);
  const release = await sandbox.api("/test/webhooks/release", { method: "POST" });
  expect(((await release.json()) as { released: number }).released).toBeGreaterThanOrEqual(3);
  await sandbox.behave({});
  expect(await read(payment.id)).toEqual(before);
  const told = await heard("none");
  expect(told).toEqual([]);
  expect(
    (await db.select().from(providerEvents))
      .filter(({ providerRef }) => providerRef !== "ch_nobodys")
      .filter(({ type }) => type.startsWith("charge."))
      .some(({ outcome }) => outcome === "stale"),
  ).toBe(true);
});

test("a webhook that fails because the provider cannot be asked comes again, and then counts", async () => {
  await sandbox.behave({ webhooks: "lost" });
  const payment = await begin();
  await sandbox.payer(payment).pay("4242424242424242");
  const { eventId, body } = await eventOf(payment.id, "charge.authorised");
  await sandbox.behave({ webhooks: "lost", down: ["read"] });
  expect(await tell(body, sign(body))).toBe(503);
  expect(await heard(eventId)).toEqual([]);
  await sandbox.behave({});
  expect(await tell(body, sign(body))).toBe(204);
  expect((await read(payment.id)).state).toBe("authorised");
});

test("an event that says no more than is known asks nobody, and is noted all the same", async () => {
  const payment = await authorised();
  const { eventId, body } = await eventOf(payment.id, "charge.authorised");
  await sandbox.behave({ webhooks: "lost", down: ["read"] });
  expect(await tell(body, sign(body))).toBe(204);
  await sandbox.behave({});
  expect(await heard(eventId)).toMatchObject([{ outcome: "stale" }]);
  expect((await read(payment.id)).state).toBe("authorised");
});
