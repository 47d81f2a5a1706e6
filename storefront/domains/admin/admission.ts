import "server-only";
import { notFound, redirect } from "next/navigation";

import type { Locale } from "../../i18n/routing";
import { asMember } from "../../lib/members";
import { asStaff, type Staff } from "../../lib/staff";
import { type Visitor, visitor } from "../../lib/visitor";

type Reply = { ok: boolean; status: number; headers: Pick<Headers, "get"> };

const rolesOf = async (who: Visitor) => {
  const outcome = await asMember(who, (members) => members.me.$get(), { reading: true });
  if (outcome.kind !== "reply" || outcome.reply.status !== 200) return [];
  return (await outcome.reply.json()).roles;
};

const holdsFactor = async (who: Visitor) => {
  const [app, keys] = await Promise.all([
    asMember(who, (members) => members.me["second-factor"].$get(), { reading: true }),
    asMember(who, (members) => members.me.passkeys.$get(), { reading: true }),
  ]);
  if (app.kind !== "reply" || app.reply.status !== 200) return false;
  if ((await app.reply.json()).enrolled) return true;
  if (keys.kind !== "reply" || keys.reply.status !== 200) return false;
  return (await keys.reply.json()).items.length > 0;
};

/** All staff may read orders, once they have shown their second factor. */
export const readOne = (staff: Staff) =>
  staff.sales.orders.$get({ header: {}, query: { limit: 1 } });
export const askOrders = (who: Visitor, how?: { reading: boolean }) => asStaff(who, readOne, how);

const readsOrders = async (who: Visitor) => {
  const outcome = await askOrders(who, { reading: true });
  return outcome.kind === "reply" && outcome.reply.ok;
};

/** Why somebody may not: shoppers need not know of this place, staff are told what is missing. */
const turnAway = async (who: Visitor, locale: Locale, back: string): Promise<never> => {
  const roles = await rolesOf(who);
  if (roles.length === 0) notFound();
  if (!(await holdsFactor(who))) redirect(`/${locale}/account/security/second-factor`);
  const next = encodeURIComponent(`/${locale}${back}`);
  redirect(`/${locale}/closed?why=${(await readsOrders(who)) ? "role" : "factor"}&next=${next}`);
};

/** What staff of some roles read: null while it cannot be had, undefined for others. */
export const readIfMay = async <T extends Reply>(call: (staff: Staff) => Promise<T>) => {
  const outcome = await asStaff(await visitor(), call, { reading: true });
  if (outcome.kind !== "reply") return null;
  if (outcome.reply.status === 403) return undefined;
  return outcome.reply.ok ? outcome.reply : null;
};

/** What staff read; null while it cannot be had. Whoever may not is led to where they belong. */
export const readAsStaff = async <T extends Reply>(
  locale: Locale,
  back: string,
  call: (staff: Staff) => Promise<T>,
) => {
  const who = await visitor();
  const outcome = await asStaff(who, call, { reading: true });
  if (outcome.kind === "signed out")
    redirect(`/${locale}/login?next=${encodeURIComponent(`/${locale}${back}`)}`);
  if (outcome.kind !== "reply") return null;
  const { reply } = outcome;
  if (reply.status === 403) return turnAway(who, locale, back);
  if (reply.status === 404 || reply.status === 400) notFound();
  return reply.ok ? reply : null;
};

/** For a page that reads nothing yet: whoever is not staff is led to where they belong. */
export const requireStaff = async (locale: Locale, back: string) => {
  await readAsStaff(locale, back, readOne);
};

/** What they are called, where it is known. */
export const findName = async () => {
  const outcome = await asMember(await visitor(), (members) => members.me.$get(), {
    reading: true,
  });
  if (outcome.kind !== "reply" || outcome.reply.status !== 200) return undefined;
  return (await outcome.reply.json()).name;
};
