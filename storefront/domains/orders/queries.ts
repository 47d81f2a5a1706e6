import "server-only";
import { notFound, redirect } from "next/navigation";

import type { Locale } from "../../i18n/routing";
import { asShopper, payments } from "../../lib/orders";
import { visitor } from "../../lib/visitor";

const loginPath = (locale: Locale, back: string) =>
  `/${locale}/login?next=${encodeURIComponent(`/${locale}${back}`)}`;
const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** An order of whoever asks; null while it cannot be read. Another's does not exist. */
export const findOrder = async (locale: Locale, id: string) => {
  if (!uuid.test(id)) notFound();
  const outcome = await asShopper(
    await visitor(),
    (orders) => orders.orders[":id"].$get({ param: { id }, header: { "accept-language": locale } }),
    { reading: true },
  );
  if (outcome.kind === "signed out") notFound();
  if (outcome.kind !== "reply") return null;
  const { reply } = outcome;
  if (reply.status === 200) return await reply.json();
  if (reply.status === 400 || reply.status === 404) notFound();
  return null;
};

/** As `findOrder`, of a member: whoever is not signed in does that first. */
export const findOwnOrder = async (locale: Locale, id: string, back: string) => {
  const { handle } = await visitor();
  if (handle === undefined) redirect(loginPath(locale, back));
  return findOrder(locale, id);
};

/** A page of a member's orders, the newest first; null while they cannot be read. */
export const listOrders = async (locale: Locale, after: string | undefined) => {
  const who = await visitor();
  const back = "/account/orders";
  if (who.handle === undefined) redirect(loginPath(locale, back));
  const outcome = await asShopper(
    { ...who, guest: undefined },
    (orders) =>
      orders.orders.$get({
        header: { "accept-language": locale },
        query: { limit: "10", ...(after !== undefined && uuid.test(after) && { after }) },
      }),
    { reading: true },
  );
  if (outcome.kind === "signed out") redirect(loginPath(locale, back));
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
