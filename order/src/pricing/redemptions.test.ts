import { expect, test } from "bun:test";

import { isUniqueViolation } from "@jangteo/shared/database";
import { AppError } from "@jangteo/shared/problem";
import { promotions, redemptions } from "@jangteo/shared/schema/order/pricing";
import { testDatabase } from "@jangteo/shared/testing/database";
import { eq } from "drizzle-orm";

import { promotionRow } from "../testing/promotions.ts";
import { redeem, release, settle } from "./redemptions.ts";

const { db } = await testDatabase("order");

const add = async (change: Parameters<typeof promotionRow>[0]) => {
  const [row] = await db.insert(promotions).values(promotionRow(change)).returning();
  if (!row) throw new Error("insert returned no row");
  return row;
};
const usedOf = async (id: string) => {
  const [row] = await db.select().from(promotions).where(eq(promotions.id, id));
  return row?.used;
};
const countedOf = async (id: string) => {
  const rows = await db.select().from(redemptions).where(eq(redemptions.promotionId, id));
  return rows.filter(({ state }) => state !== "released").length;
};
const buy = (ids: string[], owner = crypto.randomUUID(), checkoutId = crypto.randomUUID()) =>
  db.transaction((tx) => redeem(tx, { checkoutId, owner, promotions: ids, now: new Date() }));
const codeOf = (error: unknown) => (error instanceof AppError ? error.code : error);

test("of fifty who use a coupon at once, as many get it as it is for", async () => {
  const { id, code } = await add({ cap: 10 });
  const tries = await Promise.allSettled(Array.from({ length: 50 }, () => buy([id])));
  const refused = tries.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
  expect(refused.map(codeOf)).toEqual(Array(40).fill("conflict"));
  expect(String(refused[0])).toContain(code ?? "");
  expect([await usedOf(id), await countedOf(id)]).toEqual([10, 10]);
});

test("who may use a coupon once cannot use it in two checkouts at once", async () => {
  const { id } = await add({ capPerOwner: 1 });
  const owner = crypto.randomUUID();
  const tries = await Promise.allSettled(Array.from({ length: 12 }, () => buy([id], owner)));
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  await buy([id]);
  expect([await usedOf(id), await countedOf(id)]).toEqual([2, 2]);
});

test("a checkout that is tried again uses a coupon once, and one that fails gives it back once", async () => {
  const { id } = await add({ cap: 1 });
  const checkoutId = crypto.randomUUID();
  const again = Array.from({ length: 10 }, () => buy([id, id], "mina", checkoutId));
  await Promise.all(again);
  expect(await usedOf(id)).toBe(1);
  await Promise.all(
    Array.from({ length: 10 }, () => db.transaction((tx) => release(tx, checkoutId))),
  );
  expect(await usedOf(id)).toBe(0);
  await buy([id], "mina", checkoutId);
  expect([await usedOf(id), await countedOf(id)]).toEqual([1, 1]);
});

test("what an order has used is not given back", async () => {
  const { id } = await add({ cap: 1 });
  const checkoutId = crypto.randomUUID();
  await buy([id], "mina", checkoutId);
  await settle(db, checkoutId);
  await settle(db, checkoutId);
  await release(db, checkoutId);
  await buy([id], "mina", checkoutId);
  expect([await usedOf(id), await countedOf(id)]).toEqual([1, 1]);
});

test("a refusal leaves nothing of the other promotions of the same order behind", async () => {
  const free = await add({});
  const ended = await add({ endsAt: new Date(Date.now() - 1000) });
  const full = await add({ cap: 0 });
  for (const refused of [ended, full])
    expect(await buy([free.id, refused.id]).catch(codeOf)).toBe("conflict");
  expect(await usedOf(free.id)).toBe(0);
});

test("checkouts that use the same promotions in any order do not block each other", async () => {
  const all = await Promise.all([add({}), add({}), add({})]);
  const ids = all.map(({ id }) => id);
  const carts = Array.from({ length: 20 }, (_, at) => ({
    id: crypto.randomUUID(),
    ids: at % 2 === 0 ? ids : ids.toReversed(),
  }));
  await Promise.all(carts.map((cart) => buy(cart.ids, "mina", cart.id)));
  await Promise.all(
    carts.map((cart, at) =>
      at % 2 === 0
        ? db.transaction((tx) => release(tx, cart.id))
        : buy(ids, "mina", crypto.randomUUID()),
    ),
  );
  expect(await Promise.all(ids.map(usedOf))).toEqual([20, 20, 20]);
});

test("the database itself refuses a second redemption by a checkout, and more than the cap", async () => {
  const { id } = await add({ cap: 3 });
  const row = { promotionId: id, checkoutId: crypto.randomUUID(), owner: "mina" };
  await db.insert(redemptions).values({ ...row, state: "used" });
  const twice = db.insert(redemptions).values({ ...row, state: "held" });
  expect(await twice.then(() => false, isUniqueViolation)).toBe(true);
  const over = db.update(promotions).set({ used: 4 }).where(eq(promotions.id, id));
  expect(
    await over.then(
      () => false,
      () => true,
    ),
  ).toBe(true);
});
