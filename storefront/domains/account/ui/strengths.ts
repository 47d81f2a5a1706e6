import { getTranslations } from "next-intl/server";

/** The words for how good a password is. */
export const strengths = async () => {
  const t = await getTranslations("forms.strength");
  return { short: t("short"), weak: t("weak"), fair: t("fair"), strong: t("strong") };
};
