import { getLocale, getTranslations } from "next-intl/server";

import { type FormName, type Kind, forms, guarded } from "../forms";

const isGuarded = (name: FormName) => guarded.find((known) => known === name);

const proofWords = async (name: FormName) => {
  const act = isGuarded(name);
  if (!act) return undefined;
  const t = await getTranslations("forms.proof");
  return {
    title: t("title"),
    text: t("text", { act: t(`acts.${act}`) }),
    password: t("password"),
    code: t("code"),
    codeHint: t("codeHint"),
    passkey: t("passkey"),
    or: t("or"),
    stopped: t("stopped"),
    unknown: t("wrong.passkey"),
    away: t("passkeyAway"),
    submit: t("submit"),
    cancel: t("cancel"),
  };
};

/** The words a form needs in the browser, so that a catalogue of messages need not be sent. */
export const formWords = async (name: FormName) => {
  const t = await getTranslations("forms");
  const fields = Object.entries<Kind>(forms[name]);
  return {
    locale: await getLocale(),
    sending: t("sending"),
    trace: t.raw("trace"),
    waited: t("waited"),
    /** The title of the error summary, for one wrong field, two, and so on. */
    fix: Array.from({ length: Math.max(fields.length, 1) }, (_, at) => t("fix", { count: at + 1 })),
    errors: Object.fromEntries(fields.map(([field, kind]) => [field, t(`errors.${kind}`)])),
    proof: await proofWords(name),
  };
};
export type FormWords = Awaited<ReturnType<typeof formWords>>;
