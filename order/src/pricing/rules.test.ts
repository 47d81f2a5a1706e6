import { expect, test } from "bun:test";

import { promotions } from "@jangteo/shared/schema/order/pricing";
import { testDatabase } from "@jangteo/shared/testing/database";
import { eq } from "drizzle-orm";

import { addressIn, line, newCode, promotionRow, question } from "../testing/promotions.ts";
import { redeem, settle } from "./redemptions.ts";
import { forgetRules, priceCart } from "./rules.ts";

const { db } = await testDatabase("order");
const add = (change: Parameters<typeof promotionRow>[0]) =>
  db.insert(promotions).values(promotionRow(change)).returning();

/** Statements that some work sends. */
const statementsOf = async (work: () => Promise<unknown>) => {
  const sent: string[] = [];
  const { options } = db.$client;
  options.debug = (_connection, text) => void sent.push(text);
  try {
    await work();
  } finally {
    options.debug = false;
  }
  return sent.filter((text) => !text.includes("pg_catalog"));
};

test("a new shop ships at home with VAT in the price, free from 50,000 won, and abroad by weight without tax", async () => {
  const home = { address: addressIn("KR"), shippingMethod: "standard" };
  expect(await priceCart(db, question(home))).toMatchObject({
    ...{ subtotal: 10_000, discount: 0, shipping: 3000, tax: 1182, taxIncluded: true },
    total: 13_000,
    shippingMethods: [
      { code: "standard", amount: 3000 },
      { code: "express", amount: 6000 },
    ],
  });
  const many = [line({ quantity: 5 })];
  expect(await priceCart(db, question({ ...home, lines: many }))).toMatchObject({
    ...{ shipping: 0, total: 50_000 },
  });
  const abroad = { currency: "USD" as const, address: addressIn("US"), shippingMethod: "standard" };
  const parcel = (quantity: number) =>
    priceCart(db, question({ ...abroad, lines: [line({ quantity, unitAmount: 2000 })] }));
  expect(await parcel(1)).toMatchObject({ shipping: 1800, tax: 0, total: 3800 });
  expect(await parcel(4)).toMatchObject({ shipping: 2800, total: 10_800 });
  expect((await parcel(90)).shippingMethods.map(({ code }) => code)).toEqual(["express"]);
  const { shippingMethods } = await priceCart(db, question({ address: addressIn("JP") }));
  expect(shippingMethods.map(({ amount }) => amount)).toEqual([15_000, 28_000]);
});

test("carts that follow one another read the rules once, also within transactions; completion reads them anew", async () => {
  const asked = question();
  forgetRules(db);
  expect((await statementsOf(() => priceCart(db, asked))).length).toBeGreaterThan(0);
  const next = () => db.transaction((tx) => priceCart(tx, { ...asked, owner: "other" }));
  expect(await statementsOf(next)).not.toContainEqual(expect.stringContaining("select"));
  const fresh = await statementsOf(() => priceCart(db, asked, { fresh: true }));
  expect(fresh).toHaveLength(1);
  const later = { ...asked, now: new Date(asked.now.getTime() + 6000) };
  expect(await statementsOf(() => priceCart(db, later))).toHaveLength(1);
});

test("a cart with a coupon takes one statement more, and the same coupon soon after none", async () => {
  const code = newCode();
  await add({ code });
  const asked = question({ coupons: [code.toLowerCase(), "NO-SUCH-CODE"] });
  await priceCart(db, question());
  const [first, second] = [
    await statementsOf(() => priceCart(db, asked)),
    await statementsOf(() => priceCart(db, asked)),
  ];
  expect([first.length, second.length]).toEqual([1, 0]);
  const priced = await priceCart(db, asked);
  expect(priced).toMatchObject({ discount: 1000, total: 9000, tax: 818 });
  expect(priced.coupons).toMatchObject([
    { code: code.toLowerCase(), applied: true, reason: null },
    { code: "NO-SUCH-CODE", applied: false, reason: "unknown" },
  ]);
});

test("a coupon that ended meanwhile gives nothing where it is agreed to", async () => {
  const code = newCode();
  await add({ code });
  const asked = question({ coupons: [code] });
  expect(await priceCart(db, asked)).toMatchObject({ discount: 1000 });
  await db.update(promotions).set({ endsAt: asked.now }).where(eq(promotions.code, code));
  const agreed = await priceCart(db, asked, { fresh: true });
  expect(agreed).toMatchObject({ discount: 0, coupons: [{ applied: false, reason: "expired" }] });
});

test("a coupon that one may use once is used up after one's order, and only for oneself", async () => {
  const code = newCode();
  const [row] = await add({ code, capPerOwner: 1 });
  const asked = question({ coupons: [code] });
  const checkoutId = crypto.randomUUID();
  const held = { checkoutId, owner: asked.owner, promotions: [row?.id ?? ""], now: asked.now };
  await redeem(db, held);
  expect((await priceCart(db, asked)).coupons).toMatchObject([{ applied: true }]);
  await settle(db, checkoutId);
  expect((await priceCart(db, asked)).coupons).toMatchObject([{ reason: "used_up" }]);
  expect((await priceCart(db, { ...asked, owner: "other" })).coupons).toMatchObject([
    { applied: true },
  ]);
});
