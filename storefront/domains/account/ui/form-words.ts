import { getLocale, getTranslations } from "next-intl/server";

import { type FormName, type Kind, forms } from "../forms";

/** The words a form needs in the browser, so that a catalogue of messages need not be sent. */
export const formWords = async (name: FormName) => {
  const t = await getTranslations("forms");
  const fields = Object.entries<Kind>(forms[name]);
  return {
    locale: await getLocale(),
    sending: t("sending"),
    trace: t.raw("trace"),
    /** The title of the error summary, for one wrong field, two, and so on. */
    fix: fields.map((_, at) => t("fix", { count: at + 1 })),
    errors: Object.fromEntries(fields.map(([field, kind]) => [field, t(`errors.${kind}`)])),
  };
};
export type FormWords = Awaited<ReturnType<typeof formWords>>;
