import { expect, test } from "bun:test";

import { promotions } from "@jangteo/shared/schema/order/pricing";

import type { Cart } from "./contract.ts";
import { testOrderService } from "./testing.ts";
import { newCode, promotionRow } from "./testing/promotions.ts";
import { refusal } from "./testing/said.ts";

const service = await testOrderService();
const { db, goods, shopper, app, tokens, catalogue } = service;
const bowl = await goods.sell({ won: 38_000, units: 9 });
const jar = await goods.sell({ won: 12_000, units: 3 });

const read = async (reply: Response | Promise<Response>) => (await (await reply).json()) as Cart;
const held = ({ lines }: Cart) => lines.map(({ variantId, quantity }) => [variantId, quantity]);

test("what is put in again adds up, a line can be changed and taken out, and each answer is the cart", async () => {
  const mina = await shopper();
  expect(await mina.cart()).toMatchObject({ id: null, version: 0, lines: [], currency: "KRW" });
  await mina.add(bowl.variant);
  await mina.add(jar.variant, 2);
  const cart = await read(mina.add(bowl.variant, 3));
  expect(held(cart)).toEqual([
    [bowl.variant, 4],
    [jar.variant, 2],
  ]);
  expect(cart).toMatchObject({ version: 3, units: 6, totals: { subtotal: { amount: 176_000 } } });
  const [first, second] = cart.lines;
  const changed = await read(mina.change(first?.id ?? "", 1));
  expect(held(changed)).toEqual([
    [bowl.variant, 1],
    [jar.variant, 2],
  ]);
  const removed = await mina.remove(second?.id ?? "");
  expect(removed.headers.get("etag")).toBe('"5"');
  expect(held(await read(removed))).toEqual([[bowl.variant, 1]]);
  expect(held(await read(mina.remove(second?.id ?? "")))).toEqual([[bowl.variant, 1]]);
  expect(held(await mina.cart())).toEqual([[bowl.variant, 1]]);
});

test("a cart is paid in the currency that was asked for first, and in another when that is said", async () => {
  const mina = await shopper();
  const cart = await read(mina.add(bowl.variant, 1, { "x-currency": "USD" }));
  expect(cart).toMatchObject({ currency: "USD", totals: { total: { amount: 2923 } } });
  const changed = await read(mina.payIn("KRW"));
  expect(changed).toMatchObject({
    currency: "KRW",
    lines: [{ unitPrice: { amount: 38_000, currency: "KRW" }, addedPrice: { amount: 38_000 } }],
  });
  expect(await refusal((await shopper()).payIn("USD"), 404)).toEqual([]);
});

test("a change of a cart that another window changed is 412, and changes nothing", async () => {
  const mina = await shopper();
  const match = (version: number) => ({ "if-match": `"${version}"` });
  expect(await refusal(mina.add(bowl.variant, 1, match(1)), 412)).toEqual([]);
  expect((await mina.cart()).version).toBe(0);
  expect((await mina.add(bowl.variant, 1, match(0))).status).toBe(200);
  await refusal(mina.add(bowl.variant, 1, match(0)), 412);
  const cart = await read(mina.add(bowl.variant, 1, match(1)));
  const line = cart.lines[0]?.id ?? "";
  await refusal(mina.change(line, 5, match(1)), 412);
  await refusal(mina.remove(line, match(1)), 412);
  await refusal(mina.payIn("USD", match(3)), 412);
  expect(await mina.cart()).toMatchObject({ version: 2, units: 2, currency: "KRW" });
});

test("nobody puts in what is sold out, more than is left, or more than 999", async () => {
  const mina = await shopper();
  const none = await goods.sell({ units: 0 });
  const plenty = await goods.sell({ units: 2000 });
  expect(await refusal(mina.add(none.variant), 409)).toEqual(["/quantity sold_out"]);
  expect(await refusal(mina.add(jar.variant, 4), 409)).toEqual(["/quantity out_of_stock"]);
  const cart = await read(mina.add(jar.variant, 3));
  expect(await refusal(mina.add(jar.variant), 409)).toEqual(["/quantity out_of_stock"]);
  const line = cart.lines[0]?.id ?? "";
  expect(await refusal(mina.change(line, 4), 409)).toEqual(["/quantity out_of_stock"]);
  await mina.add(plenty.variant, 999);
  expect(await refusal(mina.add(plenty.variant), 409)).toEqual(["/quantity too_many"]);
  expect(held(await mina.cart())).toEqual([
    [jar.variant, 3],
    [plenty.variant, 999],
  ]);
});

test("what is not for sale, or never was, is 404 and says that it is the variant", async () => {
  const mina = await shopper();
  const gone = await goods.sell();
  await mina.add(gone.variant);
  await goods.archive(gone);
  catalogue.forgetAll();
  const unknown = mina.add(crypto.randomUUID());
  expect(await refusal(unknown, 404)).toEqual(["/variantId unknown"]);
  expect(await refusal(mina.add(gone.variant), 404)).toEqual(["/variantId unknown"]);
  expect(await mina.cart()).toMatchObject({
    lines: [{ problem: "gone", quantity: 1 }],
    totals: { total: { amount: 0 } },
  });
});

test("members and guests each have a cart of their own, and nobody changes a line of another's", async () => {
  const [guest, member] = [await shopper(), await shopper(crypto.randomUUID())];
  const mine = await read(guest.add(bowl.variant, 2));
  await member.add(jar.variant);
  const line = mine.lines[0]?.id ?? "";
  expect(await refusal(member.change(line, 1), 404)).toEqual([]);
  await member.remove(line);
  expect(held(await guest.cart())).toEqual([[bowl.variant, 2]]);
  expect(held(await member.cart())).toEqual([[jar.variant, 1]]);
  await refusal((await shopper()).change(line, 1), 404);
});

test("an API client has no cart, and who is nobody is asked to sign in", async () => {
  const bearer = await tokens.access({ sub: `client:${crypto.randomUUID()}`, scope: "cart" });
  const as = (authorization: string) =>
    app.request("/v1/carts/current", { headers: { authorization } });
  await refusal(as(`Bearer ${bearer}`), 403);
  const catalogued = await tokens.access({ sub: crypto.randomUUID(), scope: "catalogue:read" });
  await refusal(as(`Bearer ${catalogued}`), 403);
  await refusal(app.request("/v1/carts/current"), 401);
});

test("a coupon that gives something is used; one that does not says why, and the cart stays", async () => {
  const mina = await shopper();
  await mina.add(bowl.variant, 2);
  const offer = async (change: Parameters<typeof promotionRow>[0]) => {
    const code = newCode();
    await db.insert(promotions).values(promotionRow({ code, ...change }));
    return code;
  };
  const good = await offer({});
  const over = await offer({ endsAt: new Date(Date.now() - 1000) });
  const coming = await offer({ startsAt: new Date(Date.now() + 3_600_000) });
  const full = await offer({ cap: 3, used: 3 });
  const cart = await read(mina.useCoupon(good.toLowerCase()));
  expect(cart).toMatchObject({
    coupons: [{ code: good, applied: true, reason: null }],
    totals: { discount: { amount: 7600 } },
  });
  expect(await refusal(mina.useCoupon(over), 409)).toEqual(["/code expired"]);
  expect(await refusal(mina.useCoupon(coming), 409)).toEqual(["/code not_begun"]);
  expect(await refusal(mina.useCoupon(full), 409)).toEqual(["/code used_up"]);
  expect(await refusal(mina.useCoupon(newCode()), 409)).toEqual(["/code unknown"]);
  expect(await refusal(mina.useCoupon("x!"), 400)).toEqual([expect.stringContaining("/code ")]);
  expect(await mina.cart()).toMatchObject({ coupons: [{ code: good }], version: 2 });
  const without = await mina.call(`/v1/carts/current/coupons/${good}`, { method: "DELETE" });
  expect(await read(without)).toMatchObject({ coupons: [], totals: { discount: { amount: 0 } } });
});
