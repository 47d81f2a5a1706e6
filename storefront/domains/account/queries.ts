import "server-only";
import { redirect } from "next/navigation";

import type { Locale } from "../../i18n/routing";
import { asDevice, asMember, type Members, type Outcome } from "../../lib/members";
import { visitor } from "../../lib/visitor";

type Reply = { ok: boolean; status: number; headers: Pick<Headers, "get"> };

/** The reply, null while the account cannot be read, or on to the login and back to this page. */
const replyOrLogin = <T extends Reply>(outcome: Outcome<T>, back: string, locale: Locale) => {
  if (outcome.kind === "signed out")
    redirect(`/${locale}/login?next=${encodeURIComponent(`/${locale}${back}`)}`);
  return outcome.kind === "reply" && outcome.reply.ok ? outcome.reply : null;
};

const read = async <T extends Reply>(
  locale: Locale,
  back: string,
  call: (members: Members) => Promise<T>,
) => replyOrLogin(await asMember(await visitor(), call, { reading: true }), back, locale);

export const findMe = async (locale: Locale, back: string) => {
  const reply = await read(locale, back, (members) => members.me.$get());
  return reply?.status === 200 ? await reply.json() : null;
};

export const listAddresses = async (locale: Locale, back: string) => {
  const reply = await read(locale, back, (members) => members.me.addresses.$get());
  return reply?.status === 200 ? (await reply.json()).items : null;
};

export const listDevices = async (locale: Locale, back: string) => {
  const who = await visitor();
  const outcome = await asDevice(who, async (own) => own.$get(), { reading: true });
  const reply = replyOrLogin(outcome, back, locale);
  return reply?.status === 200 ? (await reply.json()).items : null;
};

export const listPasskeys = async (locale: Locale, back: string) => {
  const reply = await read(locale, back, (members) => members.me.passkeys.$get());
  return reply?.status === 200 ? (await reply.json()).items : null;
};

export const findSecondFactor = async (locale: Locale, back: string) => {
  const reply = await read(locale, back, (members) => members.me["second-factor"].$get());
  return reply?.status === 200 ? await reply.json() : null;
};
