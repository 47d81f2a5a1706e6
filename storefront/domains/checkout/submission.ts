import "server-only";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";

import type { Locale } from "../../i18n/routing";
import { idempotent } from "../../lib/members";
import { asShopper } from "../../lib/orders";
import { type Visitor, visitor } from "../../lib/visitor";
import { type FormState, forms, hiddenValue, readValues } from "../account/forms";
import { noticeOf, readProblem } from "../account/problems";
import { nextKey, readKey, readLocale } from "../account/submission";
import type { Checkout } from "./checkout";
import { findCheckout } from "./queries";
import type { Wrong } from "./where";

type Section = "where" | "how";
export type Sent = { who: Visitor; locale: Locale; key: string };
type Change = {
  email?: string;
  language?: Locale;
  shippingAddress?: NonNullable<Checkout["shippingAddress"]>;
  shippingMethod?: string;
};
type Read = { wrong: Wrong; body: Change };

type Options = {
  name: Section;
  /** What was typed; undefined when it cannot be known now. */
  read: (sent: Sent) => Read | undefined | Promise<Read | undefined>;
  /** The section that comes next. */
  next: "how" | "pay";
};

/** Where the fields of an address stand in a body. */
const fieldOf = (pointer: string) => pointer.split("/").at(-1) ?? "";

/** With what to do about it, and everything that was typed. */
const warn = (state: FormState, text: string): FormState => ({
  ...state,
  notice: { tone: "warn", text },
});

/**
 * One section of the checkout, saved as it was read: what another window changed meanwhile is shown
 * first. A section that was saved leads to the next one.
 */
export const saveSection = async (
  form: FormData,
  { name, read, next }: Options,
): Promise<FormState> => {
  const locale = readLocale(form);
  const [t, c] = [
    await getTranslations({ locale, namespace: "forms" }),
    await getTranslations({ locale, namespace: "checkout" }),
  ];
  const who = await visitor();
  const [key, id, version] = [
    readKey(form),
    hiddenValue(form, "_id"),
    hiddenValue(form, "version"),
  ];
  const values = { ...readValues(name, form), saved: hiddenValue(form, "saved"), version };
  const shown: FormState = { key, values, errors: {} };
  const danger = (text: string): FormState => ({ ...shown, notice: { tone: "danger", text } });
  const page = `/${locale}/checkout`;
  if (!who.isSameOrigin) return danger(t("elsewhere"));

  const typed = await read({ who, locale, key });
  if (!typed) return danger(t("away"));
  const told = Object.entries(typed.wrong).map(([field, why]) => [
    field,
    why === "koreanPostalCode" || why === "city" ? c(`errors.${why}`) : t(`errors.${why}`),
  ]);
  if (told.length > 0) return { ...shown, errors: Object.fromEntries(told) };

  const outcome = await asShopper(who, (orders) =>
    orders.checkouts[":id"].$patch({
      param: { id },
      header: { ...idempotent(key), "if-match": `"${version}"`, "accept-language": locale },
      json: typed.body,
    }),
  );
  if (outcome.kind === "away") return danger(t("away"));
  if (outcome.kind !== "reply") redirect(page);
  const { reply } = outcome;
  // Each time another address, so that all is read anew.
  if (reply.ok) redirect(`${page}?at=${key.slice(0, 8)}#${next}`);
  if (reply.status === 404) redirect(page);

  const again = { ...shown, key: nextKey(key, reply.status) };
  if (reply.status === 412) {
    const found = await findCheckout(locale, id);
    if (found.kind === "away") return warn(again, c("meanwhile"));
    if (found.kind === "none" || found.checkout.state !== "open") redirect(page);
    const now = String(found.checkout.version);
    return warn({ ...again, values: { ...values, version: now } }, c("meanwhile"));
  }
  const problem = await readProblem(reply);
  // It is being paid, in another window.
  if (problem.code === "conflict") redirect(page);
  const errors = (problem.errors ?? []).flatMap(({ pointer }) => {
    const field = fieldOf(pointer);
    const kind = Object.entries(forms[name]).find(([known]) => known === field)?.[1];
    return kind ? [[field, t(`errors.${kind}`)]] : [];
  });
  if (errors.length > 0) return { ...again, errors: Object.fromEntries(errors) };
  const trace = reply.status >= 500 ? problem.requestId : undefined;
  return { ...again, notice: { ...noticeOf(reply, t), ...(trace && { trace }) } };
};
