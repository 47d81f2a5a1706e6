import { getLocale, getTranslations } from "next-intl/server";

/** More fields than that are wrong in no form. */
const most = 60;

/** The words that a form of staff needs in the browser. */
export const adminWords = async () => {
  const t = await getTranslations("forms");
  const s = await getTranslations("admin.stale");
  return {
    locale: await getLocale(),
    sending: t("sending"),
    trace: t.raw("trace"),
    waited: t("waited"),
    fix: Array.from({ length: most }, (_, at) => t("fix", { count: at + 1 })),
    errors: {},
    proof: undefined,
    stale: {
      title: s("title"),
      text: s("text"),
      field: s("field"),
      was: s("was"),
      now: s("now"),
      yours: s("yours"),
      takenOver: s("takenOver"),
      on: s("on"),
      off: s("off"),
    },
  };
};
export type AdminWords = Awaited<ReturnType<typeof adminWords>>;
