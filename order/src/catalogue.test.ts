import { beforeEach, expect, test } from "bun:test";

import { AppError } from "@jangteo/shared/problem";

import { createCatalogue } from "./catalogue.ts";
import { testOrderService } from "./testing.ts";

const { product, issuer, goods } = await testOrderService();
const minute = 60_000;
const state = { now: Date.now(), busy: false, asked: 0 };

const catalogue = createCatalogue({
  url: product.url,
  token: issuer.token,
  clock: () => new Date(state.now),
  fetch: async (input, init) => {
    state.asked += 1;
    return state.busy ? new Response(null, { status: 503 }) : fetch(input, init);
  },
});

beforeEach(() => {
  Object.assign(state, { now: Date.now(), busy: false, asked: 0 });
});

test("many who want the same piece at once ask the catalogue once", async () => {
  const { variant } = await goods.sell({ won: 38_000, units: 5 });
  const answers = await Promise.all(Array.from({ length: 20 }, () => catalogue.offers([variant])));
  expect(answers.map(({ offers }) => offers.get(variant)?.free)).toEqual(Array(20).fill(5));
  expect(state.asked).toBe(1);
});

test("while the catalogue is too busy, carts go on with what it said last, and say so", async () => {
  const { variant } = await goods.sell({ won: 38_000, units: 5 });
  await catalogue.offers([variant]);
  state.now += minute;
  state.busy = true;
  const { offers, stale } = await catalogue.offers([variant]);
  expect([offers.get(variant)?.free, stale]).toEqual([5, true]);
  const now = await catalogue.offersNow([variant]).catch((error: unknown) => error);
  expect(now instanceof AppError && now.code).toBe("unavailable");
  state.busy = false;
  expect((await catalogue.offers([variant])).stale).toBe(false);
});

test("that there is enough is believed for a while, that there is too little is asked for again", async () => {
  const { variant } = await goods.sell({ won: 38_000, units: 5 });
  await catalogue.offers([variant], () => 5);
  await catalogue.offers([variant], () => 5);
  expect(state.asked).toBe(1);
  await catalogue.offers([variant], () => 6);
  expect(state.asked).toBe(2);
});
