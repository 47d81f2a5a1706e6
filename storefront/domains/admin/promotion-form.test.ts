import { expect, test } from "bun:test";

import { fieldOfPromotion, readPromotion, valuesOfNew, valuesOfPromotion } from "./promotion-form";
import type { Promotion } from "./promotions";
import { createReader } from "./typed";

const shelves = {
  categories: [{ slug: "bowls", name: { ko: "그릇", en: "Bowls" }, parent: null }],
  collections: [{ slug: "winter", name: { ko: "겨울", en: "Winter" } }],
};
const promotion: Promotion = {
  id: "01990f4e-8c1e-7aa3-9f7e-0d9a3f0c2b11",
  code: "SPRING",
  name: { ko: "봄맞이", en: "Spring" },
  gift: { kind: "percentage", rate: 1250 },
  conditions: {
    subtotal: { KRW: 30_000, USD: 2550 },
    products: ["01990f4e-8c1e-7aa3-9f7e-0d9a3f0c2b12", "01990f4e-8c1e-7aa3-9f7e-0d9a3f0c2b13"],
    categories: ["bowls", "gone-since"],
    collections: [],
    membersOnly: true,
    firstOrder: false,
  },
  startsAt: "2026-03-01T00:30:00.000Z",
  endsAt: null,
  stacking: "exclusive",
  priority: 3,
  cap: 100,
  capPerOwner: null,
  state: "running",
  used: 7,
  version: 2,
  createdAt: "2026-02-01T00:00:00.000Z",
};
const gifts: Promotion["gift"][] = [
  promotion.gift,
  { kind: "amount", amounts: { USD: 5 } },
  { kind: "free_shipping", methods: ["standard", "express"] },
  { kind: "buy_x_get_y", buy: 2, get: 1, rate: 10_000 },
];

test("a promotion that is saved as it was read stays as it was", () => {
  for (const gift of gifts) {
    const typed = createReader(valuesOfPromotion({ ...promotion, gift }, shelves));
    const { id: _id, state: _state, used: _used, version: _v, createdAt: _c, ...kept } = promotion;
    expect(readPromotion(typed)).toEqual({ ...kept, gift });
    expect(typed.wrong).toEqual({});
  }
});

test("a new promotion needs a name and nothing else; it is for everybody, from now on", () => {
  const named = { ...valuesOfNew(shelves), "name.ko": "봄맞이", "name.en": "Spring" };
  const typed = createReader(named);
  expect(readPromotion(typed)).toEqual({
    ...{ code: null, name: promotion.name, gift: { kind: "percentage", rate: 1000 } },
    conditions: {
      ...{ subtotal: {}, products: [], categories: [], collections: [] },
      ...{ membersOnly: false, firstOrder: false },
    },
    ...{ endsAt: null, stacking: "combinable", priority: 0, cap: null, capPerOwner: null },
  });
  expect(typed.wrong).toEqual({});
});

test("what is no number is told at its field, and what the API refuses at the field it was typed in", () => {
  const values = { ...valuesOfNew(shelves), percent: "ten", cap: "many", "subtotal.USD": "1.005" };
  const typed = createReader(values);
  readPromotion(typed);
  expect(typed.wrong).toEqual({ percent: "percent", cap: "whole", "subtotal.USD": "dollars" });
  expect(
    ["/code", "/gift/rate", "/gift/amounts/USD", "/gift/get", "/conditions/products/3"].map(
      fieldOfPromotion,
    ),
  ).toEqual(["coupon", "percent", "off.USD", "get", "products"]);
  expect(fieldOfPromotion("/name/ko")).toBeUndefined();
});
