import { expect, test } from "bun:test";

import { uuidv7 } from "@jangteo/shared/id";
import { cartLines, carts } from "@jangteo/shared/schema/order/carts";
import { checkouts } from "@jangteo/shared/schema/order/checkouts";
import { orderEvents, orders } from "@jangteo/shared/schema/order/orders";
import { idempotency } from "@jangteo/shared/schema/order/schema";
import { admin } from "@jangteo/shared/testing/postgres";
import { eq, sql } from "drizzle-orm";

import { forgetDue, forgetMember } from "./forgetting.ts";
import { findSalesOrder } from "./shown-orders.ts";
import { book } from "./testing/booked.ts";
import { testVisits } from "./testing/visits.ts";

const { db, adminUrl, visitor } = await testVisits();
const newMember = () => visitor(crypto.randomUUID());
const forget = (member: string, now = new Date()) => forgetMember(db, member, uuidv7(), now);
const years = (count: number) => new Date(Date.now() + count * 366 * 86_400_000);

const item = {
  ...{ slug: "bowl", sku: "B", name: { ko: "다완", en: "Bowl" }, options: [], categories: [] },
  ...{ collections: [], picture: null, weight: 1 },
};

/** A cart with a line, and its checkout with everything that was typed into it. */
const shop = async (owner: string, step: "started" | "reserved" | "done") => {
  const state = { started: "active", reserved: "checking_out", done: "converted" } as const;
  const [cart] = await db
    .insert(carts)
    .values({ owner, currency: "KRW", state: state[step] })
    .returning();
  const [variantId, cartId] = [uuidv7(), cart?.id ?? ""];
  await db.insert(cartLines).values({
    ...{ cartId, variantId, quantity: 1, addedPrices: { KRW: 1000 } },
    item: { ...item, variantId, productId: variantId },
  });
  const { shippingAddress } = await book(db);
  const [checkout] = await db
    .insert(checkouts)
    .values({
      ...{ cartId, owner, currency: "KRW", language: "ko", step, shippingAddress },
      email: "mina@example.com",
    })
    .returning();
  return { cartId, checkoutId: checkout?.id ?? "" };
};
const checkoutOf = async (id: string) =>
  (await db.select().from(checkouts).where(eq(checkouts.id, id)))[0];
const orderOf = async (id: string) => (await db.select().from(orders).where(eq(orders.id, id)))[0];

test("after a member was erased nothing leads from what they bought to them, and the sums stay", async () => {
  const mina = await newMember();
  const { id, email } = await book(db, { owner: mina.subject });
  const { cartId, checkoutId } = await shop(mina.subject, "started");
  const bought = await shop(mina.subject, "done");
  await db.insert(idempotency).values({
    ...{ subject: mina.subject, route: "POST /v1/checkouts", key: crypto.randomUUID() },
    ...{ fingerprint: "f", status: 200, headers: {}, body: email, expiresAt: years(1) },
  });
  await forget(mina.subject);

  expect((await mina.see(id)).status).toBe(404);
  const order = await orderOf(id);
  expect(order).toMatchObject({ total: 79_000, email });
  expect(order?.owner).toStartWith("erased:");
  expect(order?.placedBy).toBe(order?.owner ?? "");
  for (const checkout of [await checkoutOf(checkoutId), await checkoutOf(bought.checkoutId)])
    expect(checkout).toMatchObject({ owner: order?.owner, email: null, shippingAddress: null });
  expect((await checkoutOf(checkoutId))?.step).toBe("cancelled");
  const [cart] = await db.select().from(carts).where(eq(carts.id, cartId));
  expect([cart?.state, cart?.owner]).toEqual(["abandoned", order?.owner]);
  expect(await db.$count(cartLines, eq(cartLines.cartId, cartId))).toBe(0);
  const found = await admin(
    adminUrl,
    (owner) => owner`
      select 'carts' as of from "order".carts where owner = ${mina.subject} or promised_to = ${mina.subject}
      union all select 'checkouts' from "order".checkouts where owner = ${mina.subject}
      union all select 'orders' from "order".orders where ${mina.subject} in (owner, placed_by)
      union all select 'answers' from "order".idempotency where subject = ${mina.subject}`,
  );
  expect([...found]).toEqual([]);
});

test("an order says where it went for five years after the purchase, and then no longer", async () => {
  const mina = await newMember();
  const { id, number } = await book(db, { owner: mina.subject });
  const kept = await book(db, { owner: crypto.randomUUID() });
  await forgetDue(db, years(6));
  await forget(mina.subject);
  await forgetDue(db, years(4));
  expect((await orderOf(id))?.email).not.toBe("");
  expect(await forgetDue(db, years(6))).toBe(1);
  const order = await orderOf(id);
  expect(order).toMatchObject({ number, total: 79_000, email: "", forgetAt: null });
  expect(JSON.stringify(order)).not.toContain("Sejong-daero");
  expect((await orderOf(kept.id))?.email).toBe(kept.email);
  expect(await forgetDue(db, years(6))).toBe(0);
});

test("what is being paid for while its member is erased goes on, and is forgotten when it ends", async () => {
  const mina = await newMember();
  const { checkoutId, cartId } = await shop(mina.subject, "reserved");
  await forget(mina.subject);
  const paid = await checkoutOf(checkoutId);
  expect([paid?.step, paid?.email]).toEqual(["reserved", "mina@example.com"]);
  expect(paid?.owner).toStartWith("erased:");
  expect(await db.$count(cartLines, eq(cartLines.cartId, cartId))).toBe(1);
  await db.update(checkouts).set({ step: "done" }).where(eq(checkouts.id, checkoutId));
  await forgetDue(db, new Date());
  expect(await checkoutOf(checkoutId)).toMatchObject({ email: null, shippingAddress: null });
});

test("orders that a member took over from a guest are forgotten with the member; others' stay", async () => {
  const [guest, mina, jihun] = [await visitor(), await newMember(), await newMember()];
  const { id } = await book(db, { owner: guest.subject });
  const others = await book(db, { owner: jihun.subject });
  await mina.claim(guest.token);
  await forget(mina.subject);
  const order = await orderOf(id);
  expect(order?.owner).toStartWith("erased:");
  expect(order?.placedBy).toBe(guest.subject);
  expect((await guest.see(id)).status).toBe(404);
  expect((await jihun.see(others.id)).status).toBe(200);
});

test("staff are told that a member who was erased was the shopper, and who of them did something", async () => {
  const [guest, mina] = [await visitor(), await newMember()];
  const own = await book(db, { owner: mina.subject });
  const taken = await book(db, { owner: guest.subject });
  await mina.claim(guest.token);
  const staff = crypto.randomUUID();
  for (const orderId of [own.id, taken.id])
    await db.insert(orderEvents).values([
      { orderId, type: "cancelled", actor: mina.subject },
      { orderId, type: "note", actor: staff },
    ]);
  await forget(mina.subject);
  const told = async (id: string) =>
    (await findSalesOrder(db, id, { language: "en", now: new Date() })).events.map(
      ({ type, by }) => `${type} ${by}`,
    );
  const later = ["cancelled shopper", "note staff"];
  expect(await told(own.id)).toEqual(["placed shopper", ...later]);
  expect(await told(taken.id)).toEqual(["placed shopper", "claimed shopper", ...later]);
});

test("an erasure that is told twice is done once", async () => {
  const mina = await newMember();
  const event = uuidv7();
  await forgetMember(db, mina.subject, event, new Date());
  const { id } = await book(db, { owner: mina.subject });
  await forgetMember(db, mina.subject, event, new Date());
  expect((await orderOf(id))?.owner).toBe(mina.subject);
  const [count] = await db.execute<{ rows: number }>(
    sql`select count(*)::int as rows from "order".inbox where event_id = ${event}`,
  );
  expect(count?.rows).toBe(1);
});
