import "server-only";
import { Problem } from "@jangteo/shared/problem";
import { hasLocale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";

import { type Locale, routing } from "../../i18n/routing";
import type { Outcome } from "../../lib/members";
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

type Reply = Pick<Response, "ok" | "status" | "json"> & { headers: Pick<Headers, "get"> };

type Words = Awaited<ReturnType<typeof getTranslations<"forms">>>;

type Sent<Name extends FormName> = {
  values: Values<Name>;
  key: string;
  locale: Locale;
  who: Visitor;
  form: FormData;
};

type Options<Name extends FormName> = {
  name: Name;
  /** What a refusal means in this form, where it means more than its status. */
  meaning?: Partial<Record<number, "wrongCredentials" | "spentLink" | "gone">>;
  send: (sent: Sent<Name>) => Promise<Outcome<Reply>>;
  /** Where to go on after success. */
  next: (sent: Sent<Name>) => string | Promise<string>;
};

export const readLocale = (form: FormData): Locale => {
  const asked = form.get("locale");
  return hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
};

/** Where somebody whose session is over comes in again, and then back to the page they were on. */
export const loginPath = (locale: Locale, { page = "" }: Pick<Visitor, "page">) =>
  `/${locale}/login?again=1&next=${encodeURIComponent(page)}`;

const readKey = (form: FormData) => {
  const key = form.get("key");
  return typeof key === "string" && /^[\w-]{16,64}$/.test(key) ? key : crypto.randomUUID();
};

const Refusal = Problem.partial();
type Refusal = ReturnType<typeof Refusal.parse>;

const readProblem = async (reply: Reply): Promise<Refusal> => {
  try {
    return Refusal.parse(await reply.json());
  } catch {
    return {};
  }
};

const ruleWithWords = ["wrong", "common"] as const;
const knownRule = (rule: string) => ruleWithWords.find((known) => known === rule);

/** The refusals of single fields, in the words that the form itself uses. */
const fieldErrors = (problem: Refusal, shape: FormShape, t: Words) =>
  Object.fromEntries(
    (problem.errors ?? []).flatMap(({ pointer, rule }) => {
      const field = pointer.slice(1);
      const kind = shape[field];
      if (kind === undefined) return [];
      const known = knownRule(rule);
      return [[field, known ? t(`rules.${known}`) : t(`errors.${kind}`)]];
    }),
  );

const noticeOf = (reply: Reply, t: Words, meaning: Options<FormName>["meaning"]): FormNotice => {
  const special = meaning?.[reply.status];
  if (special) return { tone: "danger", text: t(special) };
  if (reply.status === 429) {
    const wait = Number(reply.headers.get("retry-after")) || 60;
    return { tone: "warn", text: t("throttled", { wait: "%s" }), wait };
  }
  if (reply.status === 409) return { tone: "warn", text: t("inFlight") };
  return { tone: "danger", text: t(reply.status < 500 ? "refused" : "away") };
};

/** Unknown ends keep the key, so that sending again cannot happen twice; known ones begin anew. */
const nextKey = (key: string, status: number) =>
  status === 409 || status === 429 || status >= 500 ? key : crypto.randomUUID();

/** One form, sent once: checks it, sends it on, and goes on or shows it again with what to do. */
export const submit = async <Name extends FormName>(
  form: FormData,
  { name, meaning, send, next }: Options<Name>,
): Promise<FormState> => {
  const locale = readLocale(form);
  const t = await getTranslations({ locale, namespace: "forms" });
  const shape: FormShape = forms[name];
  const values = readValues(name, form);
  const key = readKey(form);
  const shown = { key, values: shownAgain(shape, values), errors: {} };
  const who = await visitor();
  if (!who.isSameOrigin) return { ...shown, notice: { tone: "danger", text: t("elsewhere") } };

  const wrong = wrongFields(shape, values);
  if (wrong.length > 0) {
    const errors = wrong.map((field) => [field, t(`errors.${shape[field] ?? "line"}`)]);
    return { ...shown, errors: Object.fromEntries(errors) };
  }

  const sent = { values, key, locale, who, form };
  const outcome = await send(sent);
  if (outcome.kind === "away") return { ...shown, notice: { tone: "danger", text: t("away") } };
  if (outcome.kind === "signed out") redirect(loginPath(locale, who));
  const { reply } = outcome;
  if (reply.ok) redirect(await next(sent));

  const problem = await readProblem(reply);
  const errors = fieldErrors(problem, shape, t);
  const state = { ...shown, key: nextKey(key, reply.status), errors };
  if (Object.keys(errors).length > 0) return state;
  const notice = noticeOf(reply, t, meaning);
  const trace = reply.status >= 500 ? problem.requestId : undefined;
  return { ...state, notice: { ...notice, ...(trace && { trace }) } };
};
