import type { Db } from "@jangteo/shared/database";

import type { Priced, Question } from "./types.ts";

/** Until promotions, zones and taxes have their tables: what is in the cart, and one way to send it. */
export const priceCart = async (_db: Db, question: Question): Promise<Priced> => {
  const { lines, address, shippingMethod } = question;
  const subtotal = lines.reduce((sum, { unitAmount, quantity }) => sum + unitAmount * quantity, 0);
  const standard = {
    code: "standard",
    name: { ko: "택배", en: "Standard" },
    amount: question.currency === "KRW" ? 3000 : 300,
    days: { min: 1, max: 3 },
  };
  const chosen = address && shippingMethod === "standard" ? standard : null;
  return {
    lines: lines.map((line) => ({
      ...line,
      discounts: [],
      tax: 0,
      total: line.unitAmount * line.quantity,
    })),
    ...{ subtotal, discount: 0, shipping: chosen?.amount ?? null, tax: 0, taxIncluded: true },
    total: subtotal + (chosen?.amount ?? 0),
    taxes: [],
    coupons: question.coupons.map((code) => ({
      ...{ code, name: null, applied: false, reason: "unknown" as const },
    })),
    promotions: [],
    shippingMethods: address ? [standard] : [],
    shippingMethod: chosen,
  };
};
