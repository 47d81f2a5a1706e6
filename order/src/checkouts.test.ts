import { expect, test } from "bun:test";

import type { Checkout } from "./contract.ts";
import { testOrderService } from "./testing.ts";
import { refusal } from "./testing/said.ts";

const service = await testOrderService();
const { goods, shopper, catalogue } = service;
const bowl = await goods.sell({ won: 38_000, units: 500 });

const read = async (reply: Response | Promise<Response>) =>
  (await (await reply).json()) as Checkout;
const withBowls = async (units = 1, member?: string) => {
  const one = await shopper(member);
  await one.add(bowl.variant, units);
  return one;
};

test("a checkout says what is missing until it is said, and asked for twice it is the same one", async () => {
  const mina = await withBowls(2);
  const begun = await mina.start();
  expect(begun).toMatchObject({
    state: "open",
    missing: ["email", "shippingAddress", "shippingMethod", "paymentMethod"],
    totals: { subtotal: { amount: 76_000 }, shipping: null },
    shippingMethods: [],
  });
  expect(await refusal(mina.complete(begun), 409)).toEqual([
    "/email missing",
    "/shippingAddress missing",
    "/shippingMethod missing",
    "/paymentMethod missing",
  ]);
  expect(await mina.say(begun.id, { email: "Mina@Example.com" })).toMatchObject({
    email: "mina@example.com",
    missing: ["shippingAddress", "shippingMethod", "paymentMethod"],
  });
  expect((await mina.start()).id).toBe(begun.id);
  await mina.add(bowl.variant);
  expect((await mina.checkout(begun.id)).totals.subtotal.amount).toBe(114_000);
});

test("a method that does not reach the address is missing again", async () => {
  const mina = await withBowls();
  const ready = await mina.ready({ shippingMethod: "nowhere" });
  expect(ready).toMatchObject({ missing: ["shippingMethod"], shippingMethod: null });
  expect(await refusal(mina.complete(ready), 409)).toEqual(["/shippingMethod missing"]);
});

test("the next checkout begins with what the last one said", async () => {
  const mina = await withBowls(2, crypto.randomUUID());
  expect((await mina.buy({ email: "june@example.com" })).state).toBe("completed");
  await mina.add(bowl.variant);
  expect(await mina.start()).toMatchObject({
    state: "open",
    missing: [],
    email: "june@example.com",
    shippingAddress: { name: "김민아", postalCode: "04524" },
    shippingMethod: "standard",
    paymentMethod: "card",
  });
});

test("what is said of a checkout that changed since is 412, and of one under way 409", async () => {
  const mina = await withBowls();
  const ready = await mina.ready();
  const path = `/v1/checkouts/${ready.id}`;
  const say = (email: string, version: number) =>
    mina.call(path, {
      ...{ method: "PATCH", body: { email } },
      headers: { "if-match": `"${version}"` },
    });
  await refusal(say("old@example.com", ready.version - 1), 412);
  const said = await say("new@example.com", ready.version);
  expect(said.headers.get("etag")).toBe(`"${ready.version + 1}"`);
  await mina.complete(ready);
  expect(await refusal(say("late@example.com", ready.version + 1), 409)).toEqual([" not_open"]);
  expect((await mina.checkout(ready.id)).email).toBe("new@example.com");
});

test("there is no checkout of nothing", async () => {
  const mina = await shopper();
  const start = () => mina.call("/v1/checkouts", { method: "POST" });
  expect(await refusal(start(), 409)).toEqual([" empty_cart"]);
  await mina.add(bowl.variant);
  const ready = await mina.ready();
  await mina.remove((await mina.cart()).lines[0]?.id ?? "");
  expect(await refusal(start(), 409)).toEqual([" empty_cart"]);
  expect(await refusal(mina.complete(ready), 409)).toEqual([" empty_cart"]);
});

test("nobody pays another price than the one agreed to", async () => {
  const jar = await goods.sell({ won: 20_000 });
  const mina = await shopper();
  await mina.add(jar.variant, 3);
  const ready = await mina.ready();
  await goods.charge(jar.variant, 30_000);
  expect(await refusal(mina.complete(ready), 409)).toEqual(["/total price_changed"]);
  catalogue.forgetAll();
  const now = await mina.checkout(ready.id);
  expect(now).toMatchObject({ state: "open", totals: { total: { amount: 90_000 } } });
  expect((await mina.complete(now)).status).toBe(202);
}, 30_000);

test("a cart that turns to another currency is paid what it costs there", async () => {
  const mina = await withBowls(1);
  const ready = await mina.ready();
  await mina.payIn("USD");
  const now = await mina.checkout(ready.id);
  expect(now).toMatchObject({
    currency: "USD",
    lines: [{ unitPrice: { amount: 2923, currency: "USD" } }],
    totals: { subtotal: { amount: 2923, currency: "USD" } },
  });
  const cheap = { ...now.totals, total: { ...now.totals.total, currency: "KRW" as const } };
  expect(await refusal(mina.complete({ ...now, totals: cheap }), 409)).toEqual([
    "/total price_changed",
  ]);
  const waiting = await read(mina.complete(now));
  await mina.pay(waiting);
  const { order, currency } = await read(mina.complete(waiting));
  expect(currency).toBe("USD");
  expect((await mina.order(order?.id ?? "")).payment.captured).toEqual(now.totals.total);
}, 30_000);

test("what was sold meanwhile is named, and what is left can be bought", async () => {
  const last = await goods.sell({ units: 1 });
  const [mina, june] = [await withBowls(), await shopper()];
  await mina.add(last.variant);
  await june.add(last.variant);
  const ready = await mina.ready();
  expect((await june.buy()).state).toBe("completed");
  const line = (await mina.cart()).lines.find(({ variantId }) => variantId === last.variant);
  expect(await refusal(mina.complete(ready), 409)).toEqual([`/lines/${line?.id} sold_out`]);
  await mina.remove(line?.id ?? "");
  expect((await mina.buy()).state).toBe("completed");
}, 30_000);

test("payers come back to the shop and nowhere else", async () => {
  const mina = await withBowls();
  const { id, totals } = await mina.ready();
  const returnTo = (returnUrl: string) =>
    mina.call(`/v1/checkouts/${id}/completion`, { body: { total: totals.total, returnUrl } });
  const elsewhere = ["http://evil.test/", "https://shop.test/", "http://shop.test@evil.test/"];
  for (const url of elsewhere)
    expect(await refusal(returnTo(url), 400)).toEqual(["/returnUrl foreign"]);
  for (const url of ["javascript:alert(1)", "http://shop.test/\u0000", "http://shop.test/\ud800"])
    expect(await refusal(returnTo(url), 400)).toEqual([expect.stringMatching(/^\/returnUrl /)]);
  expect((await mina.checkout(id)).state).toBe("open");
});

test("nobody sees, changes, pays or cancels a checkout of somebody else's", async () => {
  const [mina, june] = [await withBowls(), await withBowls(1, crypto.randomUUID())];
  const theirs = await mina.ready();
  const none = crypto.randomUUID();
  for (const id of [theirs.id, none]) {
    await refusal(june.call(`/v1/checkouts/${id}`), 404);
    const say = { method: "PATCH", body: { email: "june@example.com" } };
    await refusal(june.call(`/v1/checkouts/${id}`, say), 404);
    await refusal(june.complete({ ...theirs, id }), 404);
    await refusal(june.cancel(id), 404);
  }
  expect(await mina.checkout(theirs.id)).toEqual(theirs);
});
