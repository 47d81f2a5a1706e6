import { expect, test } from "bun:test";

import type { Gift } from "@jangteo/shared/schema/order/pricing";

import { addressIn, anything, line, promotion, question } from "../testing/promotions.ts";
import type { Promotion } from "./discounts.ts";
import { price } from "./price.ts";
import type { Question } from "./types.ts";

const none = { ordered: false, uses: new Map<string, number>() };
const vat = {
  ...{ country: "KR", home: true, included: true, taxesShipping: true },
  rates: [{ name: { ko: "부가가치세", en: "VAT" }, rate: 1000 }],
};
const rate = { amount: 3000, freeFrom: 50_000, steps: [{ over: 1000, amount: 4000 }] };
const method = {
  ...{ id: "standard", zone: "korea", code: "standard", name: { ko: "일반", en: "Standard" } },
  ...{ position: 0, rates: { KRW: rate }, maxWeight: 5000, daysMin: 1, daysMax: 3 },
};
const korea = { code: "korea", countries: ["KR"], methods: [method] };

const priced = (asked: Partial<Question>, promotions: Promotion[] = [], history = none) =>
  price(question(asked), { promotions, shippingZones: [korea], taxZones: [vat] }, history);
const gives = (gift: Gift, change: Partial<Promotion> = {}) => promotion({ gift, ...change });
const percent = (whole: number, change: Partial<Promotion> = {}) =>
  gives({ kind: "percentage", rate: whole * 100 }, change);
const home = { address: addressIn("KR"), shippingMethod: "standard" };

test("won have no decimals: of 100 won off three equal lines, the odd one goes to the first of them", () => {
  const lines = ["a", "b", "c"].map((id) => line({ id, unitAmount: 333 }));
  const { discount, lines: after } = priced({ lines }, [percent(10)]);
  expect(discount).toBe(100);
  expect(after.map(({ discounts }) => discounts[0]?.amount)).toEqual([34, 33, 33]);
});

test("of three for the price of two, the cheapest is free, over all lines that count", () => {
  const offer = gives({ kind: "buy_x_get_y", buy: 2, get: 1, rate: 10_000 });
  const lines = [
    line({ id: "dear", quantity: 3, unitAmount: 9000 }),
    line({ id: "cheap", quantity: 1, unitAmount: 1000 }),
    line({ id: "mid", quantity: 2, unitAmount: 5000 }),
  ];
  const { discount, lines: after } = priced({ lines }, [offer]);
  expect(discount).toBe(6000);
  const off = after.map(({ id, discounts }) => [id, discounts[0]?.amount ?? 0]);
  expect(off).toEqual([
    ["dear", 0],
    ["cheap", 1000],
    ["mid", 5000],
  ]);
  const two = { ...home, lines: lines.slice(2) };
  expect(priced(two, [offer])).toMatchObject({ discount: 0, promotions: [] });
});

test("combinable promotions follow each other by priority, each on what is left", () => {
  const fixed = gives({ kind: "amount", amounts: { KRW: 2000 } }, { priority: 1 });
  const ten = percent(10);
  expect(priced({}, [ten, fixed])).toMatchObject({
    discount: 2800,
    promotions: [fixed.id, ten.id],
  });
  const later = percent(10, { priority: 2 });
  expect(priced({}, [fixed, later]).discount).toBe(3000);
  const all = gives({ kind: "amount", amounts: { KRW: 999_999 } });
  expect(priced({}, [all])).toMatchObject({ discount: 10_000, total: 0, tax: 0 });
});

test("an exclusive coupon replaces the others only where it is better, and says when it is not", () => {
  const ten = percent(10);
  const worse = percent(5, { code: "FIVE", stacking: "exclusive", priority: 9 });
  const better = percent(20, { code: "TWENTY", stacking: "exclusive" });
  expect(priced({ coupons: ["five"] }, [ten, worse])).toMatchObject({
    discount: 1000,
    promotions: [ten.id],
    coupons: [{ code: "five", applied: false, reason: "not_combinable" }],
  });
  expect(priced({ coupons: ["TWENTY", "FIVE"] }, [ten, worse, better])).toMatchObject({
    discount: 2000,
    promotions: [better.id],
    coupons: [{ applied: true }, { applied: false, reason: "not_combinable" }],
  });
  const same = percent(10, { code: "SAME", stacking: "exclusive", priority: 9 });
  expect(priced({ coupons: ["SAME"] }, [ten, same]).promotions).toEqual([ten.id]);
});

test("a coupon that gives nothing says why", () => {
  const now = new Date();
  const because = (change: Partial<Promotion>, asked: Partial<Question> = {}, history = none) => {
    const one = percent(10, { code: "CODE", ...change });
    const { coupons, discount } = priced({ now, coupons: ["CODE"], ...asked }, [one], history);
    return discount === 0 ? coupons[0]?.reason : "applied";
  };
  const when = (conditions: Partial<typeof anything>) => ({
    conditions: { ...anything, ...conditions },
  });
  expect(because({})).toBe("applied");
  expect(because({ endsAt: now })).toBe("expired");
  expect(because({ startsAt: new Date(now.getTime() + 1) })).toBe("not_begun");
  expect(because({ cap: 3, used: 3 })).toBe("used_up");
  expect(because(when({ subtotal: { KRW: 10_001 } }))).toBe("conditions");
  expect(because(when({ subtotal: { KRW: 10_000 } }))).toBe("applied");
  expect(because(when({ subtotal: { USD: 1 } }))).toBe("conditions");
  expect(because(when({ categories: ["lamps"] }))).toBe("conditions");
  expect(because(when({ categories: ["bowls"], collections: ["winter"] }))).toBe("applied");
  expect(because(when({ membersOnly: true }), { owner: "guest:1" })).toBe("conditions");
  expect(because(when({ membersOnly: true }))).toBe("applied");
  expect(because(when({ firstOrder: true }), {}, { ...none, ordered: true })).toBe("conditions");
  expect(because({ gift: { kind: "amount", amounts: { USD: 100 } } })).toBe("conditions");
  const once = { id: "once", capPerOwner: 1 };
  expect(because(once, {}, { ...none, uses: new Map([["once", 1]]) })).toBe("used_up");
  expect(priced({ coupons: ["WHO"] }).coupons).toEqual([
    { code: "WHO", name: null, applied: false, reason: "unknown" },
  ]);
});

test("a code's promotion applies only to who has the code", () => {
  expect(priced({}, [percent(10, { code: "SECRET" })]).discount).toBe(0);
});

test("what is let off falls on the lines a promotion is about", () => {
  const lines = [line({ id: "bowl" }), line({ id: "lamp", item: { categories: ["lamps"] } })];
  const lamps = percent(50, { conditions: { ...anything, categories: ["lamps"] } });
  const { lines: after } = priced({ lines }, [lamps]);
  expect(after.map(({ total }) => total)).toEqual([10_000, 5000]);
});

test("free shipping shows in shipping, is used up only where shipping costs something", () => {
  const free = gives({ kind: "free_shipping", methods: [] }, { code: "FREESHIP" });
  const asked = { coupons: ["FREESHIP"] };
  expect(priced({ ...asked, ...home }, [free])).toMatchObject({
    ...{ discount: 0, shipping: 0, total: 10_000, promotions: [free.id] },
    coupons: [{ applied: true, reason: null }],
  });
  const many = [line({ quantity: 5 })];
  expect(priced({ ...asked, ...home, lines: many }, [free]).promotions).toEqual([]);
  expect(priced(asked, [free])).toMatchObject({ shipping: null, coupons: [{ applied: true }] });
});

test("a coupon does not take free shipping away", () => {
  const lines = [line({ quantity: 5 })];
  expect(priced({ ...home, lines }, [percent(50)])).toMatchObject({ shipping: 0, total: 25_000 });
});

test("heavier parcels cost more, and too heavy ones have no method", () => {
  const weighing = (weight: number) => ({ ...home, lines: [line({ item: { weight } })] });
  expect(priced(weighing(1000)).shipping).toBe(3000);
  expect(priced(weighing(1001)).shipping).toBe(4000);
  expect(priced(weighing(5001))).toMatchObject({ shippingMethods: [], shippingMethod: null });
  const nowhere = { ...home, address: addressIn("NO") };
  expect(priced(nowhere)).toMatchObject({ shipping: null, shippingMethods: [], tax: 0 });
});
