import "server-only";
import { hasLocale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";

import { type Locale, routing } from "../../i18n/routing";
import type { Outcome } from "../../lib/members";
import type { Proof } from "../../lib/session/issuer";
import { type Visitor, visitor } from "../../lib/visitor";
import {
  type FormName,
  type FormNotice,
  type FormShape,
  type FormState,
  forms,
  readValues,
  shownAgain,
  type Values,
  wrongFields,
} from "./forms";
import { fieldErrors, type Meaning, noticeOf, readProblem, type Reply } from "./problems";
import { holdsPasskey, keepSecrets, openSecrets, readProof, showWhoIsThere } from "./proof";

export type Sent<Name extends FormName> = {
  values: Values<Name>;
  key: string;
  locale: Locale;
  who: Visitor;
  form: FormData;
};

/** What the form shows in place of its fields, on the same page. */
type Result = Partial<
  Pick<FormState, "enrolment" | "recoveryCodes" | "registration" | "secret" | "values">
>;

type Options<Name extends FormName, R extends Reply> = {
  name: Name;
  /** What a refusal means in this form, where it means more than its status. */
  meaning?: Meaning;
  send: (sent: Sent<Name>) => Promise<Outcome<R> | { kind: "go"; to: string }>;
  /** Where to go on after success, or what to show. */
  next: (sent: Sent<Name>, reply: R) => string | Result | Promise<string | Result>;
  /** What stays on show when the form is refused. */
  still?: Result;
};

export const readLocale = (form: FormData): Locale => {
  const asked = form.get("locale");
  return hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
};

/** Where somebody whose session is over comes in again, and then back to the page they were on. */
export const loginPath = (locale: Locale, { page = "" }: Pick<Visitor, "page">) =>
  `/${locale}/login?again=1&next=${encodeURIComponent(page)}`;

export const readKey = (form: FormData) => {
  const key = form.get("key");
  return typeof key === "string" && /^[\w-]{16,64}$/.test(key) ? key : crypto.randomUUID();
};

/** Unknown ends keep the key, so that sending again cannot happen twice; known ones begin anew. */
export const nextKey = (key: string, status: number, code?: string) => {
  const isUnknown = (status === 409 && code !== "conflict") || status === 429 || status >= 500;
  return isUnknown ? key : crypto.randomUUID();
};

/** The values of a form; passwords that waited for a proof need not be typed again. */
const valuesOf = <Name extends FormName>(name: Name, form: FormData, who: Visitor) => {
  const kept = openSecrets(who, form);
  const waited = new FormData();
  for (const [field, value] of form) waited.append(field, value);
  for (const [field, value] of Object.entries(kept)) if (!form.get(field)) waited.set(field, value);
  return readValues(name, waited);
};

/** One form, sent once: checks it, sends it on, and goes on or shows it again with what to do. */
export const submit = async <Name extends FormName, R extends Reply>(
  form: FormData,
  { name, meaning, send, next, still }: Options<Name, R>,
): Promise<FormState> => {
  const locale = readLocale(form);
  const t = await getTranslations({ locale, namespace: "forms" });
  const shape: FormShape = forms[name];
  const asking = await visitor();
  const values = valuesOf(name, form, asking);
  const key = readKey(form);
  const shown: FormState = { key, values: shownAgain(shape, values), errors: {}, ...still };
  const danger = (text: string): FormState => ({ ...shown, notice: { tone: "danger", text } });
  if (!asking.isSameOrigin) return danger(t("elsewhere"));
  if (form.has("cancel")) return shown;

  const wrong = wrongFields(shape, values);
  if (wrong.length > 0) {
    const errors = wrong.map((field) => [field, t(`errors.${shape[field] ?? "line"}`)]);
    return { ...shown, errors: Object.fromEntries(errors) };
  }

  const prove = async (who: Visitor, proof: Proof) => {
    const answer = await showWhoIsThere(who, proof);
    if (answer.kind === "signed out") redirect(loginPath(locale, who));
    if (answer.kind === "proven") return answer;
    if (answer.kind === "away") return { state: danger(t("away")) };
    const kept = keepSecrets(who, shape, values);
    const passkey = await holdsPasskey(who);
    if (answer.kind === "throttled" || answer.kind === "unknown passkey") {
      const asked = { method: given?.method ?? "password", passkey, kept };
      const notice =
        answer.kind === "throttled"
          ? noticeOf(answer.reply, t)
          : danger(t("proof.wrong.passkey")).notice;
      return { state: { ...shown, proof: asked, ...(notice && { notice }) } };
    }
    const { method } = answer;
    const why = answer.wrong ? "wrong" : "empty";
    const errors = given?.method === method ? { proof: t(`proof.${why}.${method}`) } : {};
    return { state: { ...shown, proof: { method, passkey, kept }, errors } };
  };
  const given = readProof(form);
  const proven = given ? await prove(asking, given.proof) : { who: asking };
  if ("state" in proven) return proven.state;

  const { who } = proven;
  const sent = { values, key, locale, who, form };
  const outcome = await send(sent);
  if (outcome.kind === "go") redirect(outcome.to);
  if (outcome.kind === "away") return danger(t("away"));
  if (outcome.kind === "signed out") redirect(loginPath(locale, who));
  if (outcome.kind === "unproven") {
    const asked = await prove(who, {});
    return "state" in asked ? asked.state : danger(t("away"));
  }
  const { reply } = outcome;
  if (reply.ok) {
    const result = await next(sent, reply);
    if (typeof result === "string") redirect(result);
    return { ...shown, key: crypto.randomUUID(), values: {}, ...result };
  }

  const problem = await readProblem(reply);
  const errors = fieldErrors(problem, shape, t);
  const state = { ...shown, key: nextKey(key, reply.status, problem.code), errors };
  if (Object.keys(errors).length > 0) return state;
  const notice: FormNotice = noticeOf(reply, t, meaning);
  const trace = reply.status >= 500 ? problem.requestId : undefined;
  return { ...state, notice: { ...notice, ...(trace && { trace }) } };
};
