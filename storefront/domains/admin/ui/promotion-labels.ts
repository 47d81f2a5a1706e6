import { getLocale, getTranslations } from "next-intl/server";

import { currencies, type Shelves } from "../promotion-form";

export const currencyWords = { KRW: "won", USD: "dollars" } as const;

const plain = [
  ...(["coupon", "kind", "percent", "methods", "buy", "get"] as const),
  ...(["membersOnly", "firstOrder", "products", "startsAt", "endsAt"] as const),
  ...(["stacking", "priority", "cap", "capPerOwner"] as const),
];

/** What every field of a promotion is called, the ticks among them by what they stand for. */
export const labelsOfPromotion = async ({
  categories,
  collections,
}: Shelves): Promise<Record<string, string>> => {
  const t = await getTranslations("admin.promotions");
  const f = await getTranslations("admin.fields");
  const locale = await getLocale();
  return {
    ...Object.fromEntries(
      (["ko", "en"] as const).map((language) => [
        `name.${language}`,
        f("inLanguage", { field: t("ofName"), language: f(language) }),
      ]),
    ),
    ...Object.fromEntries(plain.map((field) => [field, t(field)])),
    ...Object.fromEntries(
      currencies.flatMap((currency) =>
        (["off", "subtotal"] as const).map((field) => [
          `${field}.${currency}`,
          t(field, { currency: t(currencyWords[currency]) }),
        ]),
      ),
    ),
    ...Object.fromEntries(categories.map(({ slug, name }) => [`category.${slug}`, name[locale]])),
    ...Object.fromEntries(
      collections.map(({ slug, name }) => [`collection.${slug}`, name[locale]]),
    ),
  };
};
