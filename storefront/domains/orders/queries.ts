import "server-only";
import { notFound, redirect } from "next/navigation";

import type { Locale } from "../../i18n/routing";
import { asBuyer, payments } from "../../lib/orders";
import { type Visitor, visitor } from "../../lib/visitor";

export const loginPath = (locale: Locale, back: string) =>
  `/${locale}/login?next=${encodeURIComponent(`/${locale}${back}`)}`;
export const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** An order of whoever asks; null while it cannot be read. Another's does not exist. */
const read = async (who: Visitor, locale: Locale, id: string) => {
  if (!uuid.test(id)) notFound();
  const header = { "accept-language": locale };
  const outcome = await asBuyer(who, (orders) =>
    orders.orders[":id"].$get({ param: { id }, header }),
  );
  if (outcome.kind === "signed out") return outcome.kind;
  if (outcome.kind !== "reply") return null;
  const { reply } = outcome;
  if (reply.status === 200) return await reply.json();
  if (reply.status === 400 || reply.status === 404) notFound();
  return null;
};

/** Of a member, or of the guest that this browser is. */
export const findOrder = async (locale: Locale, id: string) => {
  const order = await read(await visitor(), locale, id);
  return order === "signed out" ? notFound() : order;
};

/** Of a member: whoever is not signed in does that first. */
export const findOwnOrder = async (locale: Locale, id: string, back: string) => {
  const who = await visitor();
  const order = await read({ ...who, guest: undefined }, locale, id);
  return order === "signed out" ? redirect(loginPath(locale, back)) : order;
};

/** A page of a member's orders, the newest first; null while they cannot be read. */
export const listOrders = async (locale: Locale, after: string | undefined) => {
  const who = await visitor();
  const outcome = await asBuyer({ ...who, guest: undefined }, (orders) =>
    orders.orders.$get({
      header: { "accept-language": locale },
      query: { limit: "10", ...(after !== undefined && uuid.test(after) && { after }) },
    }),
  );
  if (outcome.kind === "signed out") redirect(loginPath(locale, "/account/orders"));
  return outcome.kind === "reply" && outcome.reply.status === 200
    ? await outcome.reply.json()
    : null;
};

/** What a way of paying is called; its code while nobody can say. */
export const nameOfMethod = async (locale: Locale, code: string) => {
  try {
    const reply = await payments["payment-methods"].$get({
      header: { "accept-language": locale },
      query: {},
    });
    if (reply.status !== 200) return code;
    const { items } = await reply.json();
    return items.find((one) => one.code === code)?.name ?? code;
  } catch {
    return code;
  }
};
