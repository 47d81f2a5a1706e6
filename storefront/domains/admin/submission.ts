import "server-only";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { z } from "zod";

import { idempotent, type Outcome } from "../../lib/members";
import { type Visitor, visitor } from "../../lib/visitor";
import { hiddenValue } from "../account/forms";
import { noticeOf, readProblem, type Reply } from "../account/problems";
import { loginPath, nextKey, readKey, readLocale } from "../account/submission";
import { merge, type Values } from "./merge";
import { fieldErrors } from "./problems";
import { createReader, type Reader, valuesOf } from "./typed";
import type { AdminState } from "./values";

type Locale = ReturnType<typeof readLocale>;
export type Sent = { who: Visitor; locale: Locale; key: string; version: string; form: FormData };
type Next = string | { secret: string };
type Now = { version: number; values: Values };

/** A refusal of the whole that belongs to a field, or to none. */
type Conflict = { field?: string; text: ConflictText };
type ConflictText =
  | "slugTaken"
  | "couponTaken"
  | "skuTaken"
  | "optionInUse"
  | "notEmpty"
  | "paused"
  | "needsPrice"
  | "reserved"
  | "notNow"
  | "tooMuch"
  | "lastOwner";

type Options<T, R extends Reply> = {
  /** What the API takes, of what was typed. */
  read: (typed: Reader) => T;
  send: (body: T, sent: Sent) => Promise<Outcome<R>>;
  /** Where to go on, or the secret to show in place of the form. */
  next: (sent: Sent, reply: R) => Next | Promise<Next>;
  /** The field that a pointer of the API stands for, where it has another name here. */
  at?: (pointer: string, typed: Values) => string | undefined;
  conflict?: Conflict;
  /** What is there now, when somebody else was faster. */
  now?: (sent: Sent) => Promise<Now | undefined>;
};

const Base = z.record(z.string(), z.string());
const readBase = (form: FormData) => {
  try {
    return Base.parse(JSON.parse(hiddenValue(form, "base")));
  } catch {
    return {};
  }
};

/** Goes on to a page that says what was done; each time another address, so that all is read anew. */
export const doneAt = (path: string, done: string, { locale, key }: Sent) =>
  `/${locale}${path}?done=${done}&at=${key.slice(0, 8)}`;

type Subject = "_product" | "_variant" | "_promotion" | "_shelf" | "_webhook";

/** What a form is about. */
export const subjectOf = ({ form }: Sent, name: Subject) => hiddenValue(form, name);

/** The headers of a change that is made on what was read, once. */
export const madeOn = ({ key, version }: Pick<Sent, "key" | "version">) => ({
  ...idempotent(key),
  "if-match": `"${version}"`,
});

/** Money and what cannot be undone take a tick. */
export const requireSure = (typed: Reader) => {
  if (!typed.isOn("sure")) typed.wrong["sure"] = "sure";
};

/** In the order of the form, as the summary tells them. */
const inOrder = (errors: Record<string, string>, form: FormData) => {
  const order = [...form.keys()];
  const sorted = Object.entries(errors).toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  return Object.fromEntries(sorted);
};

/** One form of staff, sent once: goes on, or shows it again with everything that was typed. */
export const submitStaff = async <T, R extends Reply>(
  form: FormData,
  { read, send, next, at = () => undefined, conflict, now }: Options<T, R>,
): Promise<AdminState> => {
  const locale = readLocale(form);
  const t = await getTranslations({ locale, namespace: "forms" });
  const a = await getTranslations({ locale, namespace: "admin.errors" });
  const who = await visitor();
  const [key, base, version] = [readKey(form), readBase(form), hiddenValue(form, "version")];
  const typed = createReader(valuesOf(form, base));
  const shown: AdminState = { key, values: { ...typed.values }, errors: {}, version, base };
  const danger = (text: string): AdminState => ({ ...shown, notice: { tone: "danger", text } });
  if (!who.isSameOrigin) return danger(t("elsewhere"));

  const body = read(typed);
  const wrong = Object.entries(typed.wrong).map(([field, why]) => [field, a(why)]);
  if (wrong.length > 0) return { ...shown, errors: inOrder(Object.fromEntries(wrong), form) };

  const sent = { who, locale, key, version, form };
  const outcome = await send(body, sent);
  if (outcome.kind === "away") return danger(t("away"));
  if (outcome.kind === "signed out")
    return { ...shown, notice: { tone: "warn", text: a("signedOut") } };
  if (outcome.kind !== "reply") redirect(loginPath(locale, who));
  const { reply } = outcome;
  if (reply.ok) {
    const to = await next(sent, reply);
    if (typeof to === "string") redirect(to);
    return { ...shown, ...to };
  }

  const again = { ...shown, key: nextKey(key, reply.status) };
  if (reply.status === 412) {
    const found = await now?.(sent);
    if (!found)
      return { ...again, notice: { tone: "warn", text: now ? t("gone") : a("meanwhile") } };
    const joined = merge(base, typed.values, found.values);
    return { ...again, ...joined, version: String(found.version), base: found.values };
  }
  const problem = await readProblem(reply);
  if (problem.code === "conflict" && conflict) {
    const text = a(conflict.text);
    return conflict.field
      ? { ...again, errors: { [conflict.field]: text }, key: crypto.randomUUID() }
      : { ...again, notice: { tone: "danger", text }, key: crypto.randomUUID() };
  }
  const errors = fieldErrors(problem, (pointer) => at(pointer, typed.values), a);
  if (Object.keys(errors).length > 0) return { ...again, errors: inOrder(errors, form) };
  if (reply.status === 403) return { ...again, notice: { tone: "danger", text: a("forbidden") } };
  const notice = noticeOf(reply, t, { 404: "gone" });
  const trace = reply.status >= 500 ? problem.requestId : undefined;
  return { ...again, notice: { ...notice, ...(trace && { trace }) } };
};
