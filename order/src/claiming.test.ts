import { expect, test } from "bun:test";

import { uuidv7 } from "@jangteo/shared/id";
import { orderEvents, orders } from "@jangteo/shared/schema/order/orders";
import { outbox } from "@jangteo/shared/schema/order/schema";
import { testTokens } from "@jangteo/shared/testing/tokens";
import { and, eq, sql } from "drizzle-orm";

import { claimerOf } from "./claiming.ts";
import type { OrderSummary } from "./contract.ts";
import { forgetMember } from "./forgetting.ts";
import { book } from "./testing/booked.ts";
import { testVisits } from "./testing/visits.ts";

const { db, visitor } = await testVisits();
const newMember = () => visitor(crypto.randomUUID());
const claimsOf = async (orderId: string) => ({
  events: await db.$count(
    orderEvents,
    and(eq(orderEvents.orderId, orderId), eq(orderEvents.type, "claimed")),
  ),
  told: await db.$count(
    outbox,
    and(eq(outbox.type, "order.claimed"), sql`${outbox.payload} ->> 'orderId' = ${orderId}`),
  ),
});
const claimed = async (reply: Response) => ((await reply.json()) as { claimed: number }).claimed;

test("what somebody bought as a guest is theirs once they are a member, and is told once", async () => {
  const [guest, member] = [await visitor(), await newMember()];
  const placed = [
    await book(db, { owner: guest.subject }),
    await book(db, { owner: guest.subject }),
  ];
  const claims = await Promise.all([member.claim(guest.token), member.claim(guest.token)]);
  const counts = await Promise.all(claims.map(claimed));
  expect(counts.toSorted((a, b) => a - b)).toEqual([0, 2]);
  for (const { id } of placed) {
    expect((await member.see(id)).status).toBe(200);
    expect((await guest.see(id)).status).toBe(404);
    expect(await claimsOf(id)).toEqual({ events: 1, told: 1 });
    const [row] = await db.select().from(orders).where(eq(orders.id, id));
    expect([row?.owner, row?.placedBy, row?.version]).toEqual([member.subject, guest.subject, 2]);
  }
  const listed = (await (await member.call("/v1/orders")).json()) as { items: OrderSummary[] };
  expect(listed.items.map(({ id }) => id).toSorted()).toEqual(
    placed.map(({ id }) => id).toSorted(),
  );
});

test("an order leaves its guest once: another member who comes with the same token gets nothing", async () => {
  const [guest, first, second] = [await visitor(), await newMember(), await newMember()];
  const { id } = await book(db, { owner: guest.subject });
  await first.claim(guest.token);
  expect(await claimed(await second.claim(guest.token))).toBe(0);
  const another = await book(db, { owner: guest.subject });
  expect(await claimed(await second.claim(guest.token))).toBe(0);
  expect((await second.see(another.id)).status).toBe(404);
  expect((await first.see(id)).status).toBe(200);
});

test("what the guest is still paying for becomes the member's when it is placed", async () => {
  const [guest, member] = [await visitor(), await newMember()];
  expect(await claimed(await member.claim(guest.token))).toBe(0);
  const owner = await db.transaction((tx) => claimerOf(tx, guest.subject));
  expect(owner).toBe(member.subject);
});

test("who is erased while an order of theirs as a guest is placed is forgotten by it as well", async () => {
  const [guest, member] = [await visitor(), await newMember()];
  await member.claim(guest.token);
  const begun: Promise<void>[] = [];
  const placed = await db.transaction(async (tx) => {
    const owner = await claimerOf(tx, guest.subject);
    const order = await book(tx, { owner: owner ?? "", placedBy: guest.subject });
    begun.push(forgetMember(db, member.subject, uuidv7(), new Date()));
    const isThere = async () => {
      const [row] = await db.execute<{ waiting: number }>(
        sql`select count(*)::int as waiting from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return row?.waiting === 1;
    };
    while (!(await isThere())) await Bun.sleep(10);
    return order;
  });
  await Promise.all(begun);
  const [order] = await db.select().from(orders).where(eq(orders.id, placed.id));
  expect(order?.owner).toStartWith("erased:");
});

test("nobody takes orders over with another member's token, a forged one, or without being a member", async () => {
  const [guest, member, other] = [await visitor(), await newMember(), await newMember()];
  const { id } = await book(db, { owner: guest.subject });
  const theirs = await book(db, { owner: other.subject });
  const forged = await (await testTokens()).access({ sub: guest.subject, scope: "cart" });
  for (const token of [other.token, forged, "a.b.c"])
    expect((await member.claim(token)).status).toBe(400);
  expect((await guest.claim(guest.token)).status).toBe(403);
  expect((await guest.see(id)).status).toBe(200);
  expect((await other.see(theirs.id)).status).toBe(200);
  expect((await member.see(theirs.id)).status).toBe(404);
});
