import "server-only";
import { cache } from "react";

import type { Locale } from "../../i18n/routing";
import { audienceOf } from "../../lib/currency";
import { asMember, idempotent } from "../../lib/members";
import { asShopper, payments } from "../../lib/orders";
import { visitor } from "../../lib/visitor";
import type { Checkout } from "./checkout";

const headerOf = async (locale: Locale) => {
  const { currency } = await audienceOf(locale);
  return { "accept-language": locale, "x-currency": currency };
};

type Found = { kind: "checkout"; checkout: Checkout } | { kind: "none" } | { kind: "away" };
type Opened = Found | { kind: "signed out" };
const none = { kind: "none" } as const;
const away = { kind: "away" } as const;

/** A checkout of whoever asks. */
export const findCheckout = async (locale: Locale, id: string): Promise<Found> => {
  const header = await headerOf(locale);
  const outcome = await asShopper(
    await visitor(),
    (orders) => orders.checkouts[":id"].$get({ param: { id }, header }),
    { reading: true },
  );
  if (outcome.kind === "signed out") return none;
  if (outcome.kind !== "reply") return away;
  const { reply } = outcome;
  if (reply.status === 200) return { kind: "checkout", checkout: await reply.json() };
  return reply.status < 500 ? none : away;
};

/** The cart as it is now; null while it cannot be read. */
export const findCart = cache(async (locale: Locale) => {
  const header = await headerOf(locale);
  const outcome = await asShopper(
    await visitor(),
    (orders) => orders.carts.current.$get({ header }),
    { reading: true },
  );
  if (outcome.kind !== "reply" || outcome.reply.status !== 200) return null;
  return await outcome.reply.json();
});

/**
 * The checkout of what is in the cart: the open one, or a new one, or the one that holds the cart
 * while it is paid. None when nothing is in the cart.
 */
export const openCheckout = async (locale: Locale): Promise<Opened> => {
  const who = await visitor();
  const header = { ...(await headerOf(locale)), ...idempotent(crypto.randomUUID()) };
  const outcome = await asShopper(who, (orders) => orders.checkouts.$post({ header }));
  // Whoever was a member comes in again; whoever was nobody has nothing in a cart.
  if (outcome.kind === "signed out") return who.handle === undefined ? none : outcome;
  if (outcome.kind !== "reply") return away;
  const { reply } = outcome;
  if (reply.status === 201) return { kind: "checkout", checkout: await reply.json() };
  const cart = await findCart(locale);
  if (!cart) return away;
  if (cart.checkoutId !== null) return findCheckout(locale, cart.checkoutId);
  return reply.status < 500 ? none : away;
};

/** How one can pay in this money; null while it cannot be read. */
export const listMethods = async (locale: Locale, currency: Checkout["currency"]) => {
  try {
    const reply = await payments["payment-methods"].$get({
      header: { "accept-language": locale },
      query: { currency },
    });
    return reply.status === 200 ? (await reply.json()).items : null;
  } catch {
    return null;
  }
};

/** Who buys, if it is a member whose account can be read, and where they had things sent before. */
export const findBuyer = async () => {
  const who = await visitor();
  if (who.handle === undefined) return null;
  const [me, kept] = await Promise.all([
    asMember(who, (members) => members.me.$get(), { reading: true }),
    asMember(who, (members) => members.me.addresses.$get(), { reading: true }),
  ]);
  if (me.kind !== "reply" || me.reply.status !== 200) return null;
  const addresses =
    kept.kind === "reply" && kept.reply.status === 200 ? await kept.reply.json() : null;
  const { name, email, telephone } = await me.reply.json();
  return { name, email, telephone, addresses: addresses?.items ?? [] };
};
export type Buyer = NonNullable<Awaited<ReturnType<typeof findBuyer>>>;
