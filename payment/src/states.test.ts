import { expect, test } from "bun:test";

import { payments } from "@jangteo/shared/schema/payment/payments";
import { testDatabase } from "@jangteo/shared/testing/database";
import { eq } from "drizzle-orm";
import { assert, asyncProperty, array, constantFrom, integer, record } from "fast-check";

import { applyCharge } from "./charges.ts";
import { readPayment } from "./payments.ts";

const { db } = await testDatabase("payment");

const amount = 1000;
const order = ["created", "requires_action", "authorised", "captured", "refunded"];
const over = ["voided", "failed", "refunded"];

/** Anything that a provider may say, sensible in itself, in any order and any number of times. */
const told = record({
  state: constantFrom("pending", "authorised", "captured", "refunded", "voided", "failed"),
  taken: integer({ min: 1, max: amount }),
  given: integer({ min: 0, max: amount }),
}).map(({ state, taken, given }) => {
  const isTaken = state === "captured" || state === "refunded";
  const captured = isTaken ? taken : 0;
  return {
    state,
    authorised: isTaken || state === "authorised" ? amount : 0,
    captured,
    refunded: state === "refunded" ? captured : isTaken ? Math.min(given, captured - 1) : 0,
  } as const;
});

const begin = async () => {
  const [row] = await db
    .insert(payments)
    .values({
      ...{ checkoutId: crypto.randomUUID(), owner: "guest:x", provider: "sandbox", method: "card" },
      ...{ currency: "KRW", amount, description: "x", email: "x@example.com", language: "ko" },
      returnUrl: "http://shop.test",
    })
    .returning();
  return row?.id ?? "";
};

test("whatever a provider says, in whatever order and however often, a payment only goes forward", async () => {
  const property = asyncProperty(array(told, { maxLength: 12 }), async (events) => {
    const id = await begin();
    const seen = [await readPayment(db, id)];
    for (const event of events) {
      await applyCharge(db, id, event);
      const [before, now] = [seen.at(-1), await readPayment(db, id)];
      if (!before) throw new Error("there is a row before the first event");
      seen.push(now);
      if (over.includes(before.state)) expect(now.state).toBe(before.state);
      if (order.includes(now.state))
        expect(order.indexOf(now.state)).toBeGreaterThanOrEqual(order.indexOf(before.state));
      for (const sum of ["authorised", "captured", "refunded"] as const)
        expect(now[sum]).toBeGreaterThanOrEqual(before[sum]);
      expect(now.refunded).toBeLessThanOrEqual(now.captured);
      expect(now.captured).toBeLessThanOrEqual(now.authorised);
      expect(now.authorised).toBeLessThanOrEqual(now.amount);
    }
  });
  await assert(property, { numRuns: 150 });
});

test("the same said twice changes nothing the second time", async () => {
  const property = asyncProperty(array(told, { minLength: 1, maxLength: 6 }), async (events) => {
    const id = await begin();
    for (const event of events) {
      await applyCharge(db, id, event);
      const before = await readPayment(db, id);
      expect(await applyCharge(db, id, event)).toBeUndefined();
      expect(await readPayment(db, id)).toEqual(before);
    }
  });
  await assert(property, { numRuns: 60 });
});

test("a provider that speaks of more than was agreed to is not believed", async () => {
  const id = await begin();
  const more = { state: "authorised", authorised: amount + 1, captured: 0, refunded: 0 } as const;
  const believed = applyCharge(db, id, more).catch(() => "refused");
  expect(await believed).toBe("refused");
  const [row] = await db.select().from(payments).where(eq(payments.id, id));
  expect(row?.state).toBe("created");
});
