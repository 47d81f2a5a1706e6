import "server-only";
import { setTimeout as pause } from "node:timers/promises";

import type { Locale } from "../../i18n/routing";
import { env } from "../../lib/env";
import { idempotent } from "../../lib/members";
import { asShopper } from "../../lib/orders";
import type { Visitor } from "../../lib/visitor";
import { readProblem } from "../account/problems";
import { type Checkout, markOf, onwardOf, pathsOf } from "./checkout";
import { findCheckout } from "./queries";

/** Milliseconds between two looks at what another press has begun, and how often. */
const breath = 400;
const looks = 12;

type Asked = { checkout: Checkout; key: string; locale: Locale; who: Visitor };

/** Asks for the purchase, or how it goes: the key is of this asking. */
const complete = async ({ checkout: { id, totals }, key, locale, who }: Asked) => {
  const returnUrl = `${env.publicOrigin}${pathsOf(locale, id).back}`;
  const header = { "accept-language": locale, "x-currency": totals.total.currency };
  return asShopper(who, (orders) =>
    orders.checkouts[":id"].completion.$post({
      param: { id },
      header: { ...header, ...idempotent(key) },
      json: { total: totals.total, returnUrl },
    }),
  );
};

/** Where a checkout stands that was agreed to before; asking lets it go on. Null while nobody knows. */
export const askOnward = async (locale: Locale, id: string, who: Visitor) => {
  const found = await findCheckout(locale, id);
  if (found.kind !== "checkout") return found.kind === "none" ? ("none" as const) : null;
  const { checkout } = found;
  if (checkout.state !== "processing" && checkout.state !== "requires_action") return checkout;
  const outcome = await complete({ checkout, key: crypto.randomUUID(), locale, who });
  if (outcome.kind !== "reply") return checkout;
  const { reply } = outcome;
  return reply.status === 200 || reply.status === 202 ? await reply.json() : checkout;
};

type Agreed = {
  id: string;
  /** Of what was on show. */
  mark: string;
  /** In minor units. */
  amount: string;
  method: string;
  /** Of the page that was on show. */
  key: string;
};

/** False while another press or window says it, undefined when it cannot be said. */
const sayMethod = async (who: Visitor, { id, version, ...rest }: Checkout, method: string) => {
  if (rest.paymentMethod === method) return true;
  const outcome = await asShopper(who, (orders) =>
    orders.checkouts[":id"].$patch({
      param: { id },
      header: {
        ...idempotent(`method:${id}:${version}:${method}`),
        "if-match": `"${version}"`,
        "x-currency": rest.currency,
      },
      json: { paymentMethod: method },
    }),
  );
  if (outcome.kind !== "reply") return undefined;
  if (outcome.reply.ok) return true;
  return outcome.reply.status === 409 || outcome.reply.status === 412 ? false : undefined;
};

/** Pays what was agreed to, and tells where that leads, however often and wherever it is pressed. */
export const pay = async (who: Visitor, locale: Locale, agreed: Agreed): Promise<string> => {
  const { id, mark, amount, method } = agreed;
  const key = `pay:${id}:${mark}:${agreed.key}`;
  const checkoutPage = `/${locale}/checkout`;
  const troubled = (trouble: string) => `${checkoutPage}?${trouble}#told`;

  const look = async (left: number): Promise<string> => {
    const found = await findCheckout(locale, id);
    if (found.kind === "none") return checkoutPage;
    if (found.kind === "away") return troubled("trouble=away");
    const { checkout } = found;
    const again = async () => {
      await pause(breath);
      return look(left - 1);
    };
    // Another press has begun it, and is about to know where the payer has to go.
    if (checkout.state === "processing" && left > 0) return again();
    const onward = onwardOf(locale, checkout);
    if (onward !== undefined) return onward;
    if (markOf(checkout) !== mark) {
      const isPrice = String(checkout.totals.total.amount) !== amount;
      return troubled(isPrice ? `agreed=${encodeURIComponent(amount)}` : "trouble=meanwhile");
    }
    if (left === 0) return troubled("trouble=busy");
    const said = await sayMethod(who, checkout, method);
    if (said === undefined) return troubled("trouble=away");
    if (!said) return again();
    const outcome = await complete({ checkout, key, locale, who });
    if (outcome.kind !== "reply") return pathsOf(locale, id).back;
    const { reply } = outcome;
    if (reply.status === 200 || reply.status === 202) {
      const now = await reply.json();
      if (now.state === "processing") return again();
      return onwardOf(locale, now) ?? pathsOf(locale, id).back;
    }
    const { code } = await readProblem(reply);
    if (code === "in_flight") return again();
    if (code !== "conflict")
      return troubled(reply.status < 500 ? "trouble=refused" : "trouble=away");
    const now = await findCheckout(locale, id);
    if (now.kind !== "checkout") return troubled("trouble=away");
    const moved = onwardOf(locale, now.checkout);
    if (moved !== undefined) return moved;
    const isPrice = String(now.checkout.totals.total.amount) !== amount;
    return troubled(isPrice ? `agreed=${encodeURIComponent(amount)}` : "trouble=stock");
  };
  return look(looks);
};

/** Lets go of a checkout; "none" when there is none, null when nobody knows. */
export const cancel = async (who: Visitor, locale: Locale, id: string) => {
  const header = { "accept-language": locale };
  const outcome = await asShopper(who, (orders) =>
    orders.checkouts[":id"].$delete({ param: { id }, header }),
  );
  if (outcome.kind === "signed out") return "none" as const;
  if (outcome.kind !== "reply") return null;
  const { reply } = outcome;
  if (reply.status === 200 || reply.status === 202) return await reply.json();
  return reply.status < 500 ? ("none" as const) : null;
};
