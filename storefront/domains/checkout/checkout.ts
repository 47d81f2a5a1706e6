import { createHash } from "node:crypto";

import type { Checkout } from "@jangteo/order/contract";

import type { Locale } from "../../i18n/routing";

export type { Checkout };

export const pathsOf = (locale: Locale, id: string) => {
  const here = `/${locale}/checkout/${id}`;
  return {
    payment: `${here}/payment`,
    pay: `${here}/pay`,
    back: `${here}/return`,
    standing: `${here}/standing`,
    cancellation: `${here}/cancellation`,
  };
};

/**
 * What a shopper agrees to by paying: what, for how much, how and where to. Another window may have
 * changed it since; then it has another mark.
 */
export const markOf = ({ email, shippingAddress, shippingMethod, lines, totals }: Checkout) => {
  const units = lines.map(({ id, quantity, total }) => [id, quantity, total.amount]);
  const { total } = totals;
  const agreed = [email, shippingAddress, shippingMethod, units, total.amount, total.currency];
  return createHash("sha256").update(JSON.stringify(agreed)).digest("base64url");
};

/** Where a checkout that is no longer open leads; undefined while it is open. */
export const onwardOf = (locale: Locale, { id, state, order, nextAction }: Checkout) => {
  const { pay, back } = pathsOf(locale, id);
  if (state === "open") return undefined;
  if (order) return `/${locale}/orders/${order.id}/thanks`;
  if (state === "requires_action" && nextAction) return pay;
  if (state === "failed" || state === "cancelled") return `/${locale}/checkout?failed=${id}`;
  return back;
};

/** How the messages say how long a way takes. */
export const daysWord = ({ min, max }: Checkout["shippingMethods"][number]["days"]) =>
  min === max ? "daysExact" : "days";
