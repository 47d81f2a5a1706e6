import { expect, test } from "bun:test";

import fc from "fast-check";

import type { Cart, MergeReport } from "./contract.ts";
import { keepPromises } from "./merging.ts";
import { testOrderService } from "./testing.ts";
import { refusal } from "./testing/said.ts";

const { db, goods, shopper, tokens } = await testOrderService();
const things = await Promise.all(Array.from({ length: 4 }, () => goods.sell({ units: 1500 })));
const variants = things.map(({ variant }) => variant);
const [bowl = "", jar = "", lamp = ""] = variants;

const member = () => shopper(crypto.randomUUID());
const report = async (reply: Response | Promise<Response>) => {
  const answer = await reply;
  expect(answer.status).toBe(200);
  return (await answer.json()) as MergeReport;
};
const held = ({ lines }: Cart) =>
  Object.fromEntries(lines.map(({ variantId, quantity }) => [variantId, quantity]));

test("who comes in keeps what the guest put in, and is told what became of it, as often as it is asked", async () => {
  const [guest, mina] = [await shopper(), await member()];
  await guest.add(bowl, 2);
  await guest.add(jar, 1);
  await mina.add(jar, 3);
  await mina.add(lamp, 4);
  const told = await report(mina.merge(guest.bearer));
  expect(told).toEqual({ added: 1, raised: 1, capped: [], coupons: 0 });
  expect(held(await mina.cart())).toEqual({ [bowl]: 2, [jar]: 4, [lamp]: 4 });
  expect(await report(mina.merge(guest.bearer))).toEqual(told);
  expect(held(await mina.cart())).toEqual({ [bowl]: 2, [jar]: 4, [lamp]: 4 });
  expect((await guest.cart()).lines).toEqual([]);
});

test("a member without a cart gets the guest's, and a guest without one brings nothing", async () => {
  const [guest, mina] = [await shopper(), await member()];
  await guest.add(bowl, 2, { "x-currency": "USD" });
  expect(await report(mina.merge(guest.bearer))).toMatchObject({ added: 1, raised: 0 });
  expect(await mina.cart()).toMatchObject({ units: 2, currency: "USD" });
  const nobody = await shopper();
  expect(await report(mina.merge(nobody.bearer))).toMatchObject({ added: 0, raised: 0 });
  expect((await mina.cart()).units).toBe(2);
});

test("the sum of both is 999 at the most, and the report names what was more", async () => {
  const [guest, mina] = [await shopper(), await member()];
  await guest.add(bowl, 600);
  await mina.add(bowl, 500);
  expect(await report(mina.merge(guest.bearer))).toMatchObject({ raised: 1, capped: [bowl] });
  expect(held(await mina.cart())).toEqual({ [bowl]: 999 });
});

test("asked for by many at once, also by two members, a guest's cart goes to one of them, once", async () => {
  const [guest, mina, june] = [await shopper(), await member(), await member()];
  await guest.add(bowl, 2);
  await guest.add(jar, 5);
  await june.add(jar, 1);
  const asked = [mina, june, mina, june, mina, june].map((one) => one.merge(guest.bearer));
  await Promise.all(asked.map((one) => report(one)));
  const [hers, others] = [held(await mina.cart()), held(await june.cart())];
  const units = [hers, others].map((cart) => (cart[bowl] ?? 0) + (cart[jar] ?? 0));
  expect([
    [7, 1],
    [0, 8],
  ]).toContainEqual(units);
  expect((await guest.cart()).units).toBe(0);
});

test("two guests who become one member at once, while she puts more in: nothing is lost", async () => {
  const [one, other, mina] = [await shopper(), await shopper(), await member()];
  await one.add(bowl, 2);
  await other.add(bowl, 3);
  await other.add(lamp, 1);
  await Promise.all([
    report(mina.merge(one.bearer)),
    report(mina.merge(other.bearer)),
    mina.add(jar, 4),
    mina.add(bowl, 1),
  ]);
  expect(held(await mina.cart())).toEqual({ [bowl]: 6, [lamp]: 1, [jar]: 4 });
});

test("what a checkout holds is promised, and taken over when the checkout lets go", async () => {
  const [guest, mina] = [await shopper(), await member()];
  await guest.add(bowl, 2);
  const begun = await guest.read<{ id: string }>(guest.complete(await guest.ready()));
  expect(await report(mina.merge(guest.bearer))).toMatchObject({ added: 0, raised: 0 });
  await keepPromises(db, new Date());
  expect((await mina.cart()).units).toBe(0);
  await guest.cancel(begun.id);
  await keepPromises(db, new Date());
  expect(held(await mina.cart())).toEqual({ [bowl]: 2 });
  expect(await report(mina.merge(guest.bearer))).toMatchObject({ added: 1 });
});

test("while the member's own cart is in a checkout, the guest's waits", async () => {
  const [guest, mina] = [await shopper(), await member()];
  await guest.add(bowl, 2);
  await mina.add(jar, 1);
  const begun = await mina.read<{ id: string }>(mina.complete(await mina.ready()));
  await report(mina.merge(guest.bearer));
  await keepPromises(db, new Date());
  expect((await guest.cart()).units).toBe(2);
  await mina.cancel(begun.id);
  await keepPromises(db, new Date());
  expect(held(await mina.cart())).toEqual({ [bowl]: 2, [jar]: 1 });
});

test("only a guest's token that is still good gives a guest's cart away", async () => {
  const [guest, mina, june] = [await shopper(), await member(), await member()];
  await guest.add(bowl, 1);
  const claims = { sub: guest.owner, scope: "cart", roles: [], acr: "1", sid: crypto.randomUUID() };
  const forged = await tokens.sign("at+jwt", "jangteo", claims, "http://elsewhere.test");
  const elsewhere = await tokens.sign("at+jwt", "jangteo:order", claims);
  for (const token of [june.bearer, mina.bearer, forged, elsewhere, `${guest.bearer}x`, "a.b.c"])
    expect(await refusal(mina.merge(token), 400)).toEqual(["/guestToken guest_token"]);
  expect(await refusal(mina.merge("no token"), 400)).toEqual([
    expect.stringMatching(/^\/guestToken /),
  ]);
  await refusal(guest.merge(guest.bearer), 403);
  expect((await guest.cart()).units).toBe(1);
});

const some = fc.dictionary(fc.constantFrom(...variants), fc.integer({ min: 1, max: 999 }), {
  maxKeys: 4,
});

test("whatever two carts hold, no line is lost, and each has the sum of both", async () => {
  await fc.assert(
    fc.asyncProperty(some, some, async (hers, theirs) => {
      const [guest, mina] = [await shopper(), await member()];
      for (const [variant, units] of Object.entries(theirs)) await guest.add(variant, units);
      for (const [variant, units] of Object.entries(hers)) await mina.add(variant, units);
      const told = await report(mina.merge(guest.bearer));
      const sums = variants
        .filter((variant) => variant in hers || variant in theirs)
        .map((variant) => [variant, (hers[variant] ?? 0) + (theirs[variant] ?? 0)] as const);
      expect(held(await mina.cart())).toEqual(
        Object.fromEntries(sums.map(([variant, sum]) => [variant, Math.min(sum, 999)])),
      );
      const capped = sums.filter(([, sum]) => sum > 999).map(([variant]) => variant);
      expect(told.capped.toSorted()).toEqual(capped.toSorted());
      expect(told.added + told.raised).toBe(Object.keys(theirs).length);
    }),
    { numRuns: 25 },
  );
}, 60_000);
