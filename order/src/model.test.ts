import { expect, test } from "bun:test";

import { promotions } from "@jangteo/shared/schema/order/pricing";
import fc from "fast-check";

import { testOrderService } from "./testing.ts";
import { doings } from "./testing/commands.ts";
import type { Model, Real } from "./testing/model.ts";
import { newCode, promotionRow } from "./testing/promotions.ts";

const service = await testOrderService();
const { db, goods, shopper, catalogue } = service;
const won = [60_000, 20_000, 5000];
const sold = await Promise.all(won.map((price) => goods.sell({ won: price, units: 3 })));
const variants = sold.map(({ variant }) => variant);
const code = newCode();
await db.insert(promotions).values(promotionRow({ code }));

/** As the shop is told of changes, before anybody asks. */
const left = async (variant: string) => {
  const free = await service.left(variant);
  catalogue.forgetAll();
  return free;
};

/** A shopper who was never here, and at least three of each thing. */
const setup = async (): Promise<{ model: Model; real: Real }> => {
  for (const variant of variants) {
    const short = 3 - (await left(variant));
    if (short > 0) await goods.stock(variant, short);
  }
  const mina = await shopper();
  return {
    model: {
      ...{ won, units: [0, 0, 0], left: await Promise.all(variants.map(left)) },
      ...{ coupon: false, said: false, checkout: "none", orders: 0 },
    },
    real: { mina, variants, code, left, checkout: undefined, bought: [] },
  };
};

/** Nothing stays held for the next, and every order that was promised is there, once, and paid. */
const finish = async ({ mina, checkout, bought }: Real) => {
  if (checkout) await mina.cancel(checkout.id);
  const ids = bought.map(({ order }) => order?.id ?? "");
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect((await mina.order(id)).state).toBe("confirmed");
};

const seed = Date.now() % 2 ** 31;

test(`whatever a shopper does in whatever order, cart, stock and checkout are as they should be (seed ${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands(doings, { maxCommands: 25, size: "max" }), async (doing) => {
      const shop = await setup();
      await fc.asyncModelRun(() => shop, doing);
      await finish(shop.real);
    }),
    { seed, numRuns: 20, endOnFailure: true },
  );
  expect(service.errors).toEqual([]);
}, 180_000);
