import type { getTranslations } from "next-intl/server";

import type { Locale } from "../../../i18n/routing";
import type { Vocabulary } from "../queries";

type Words = Awaited<ReturnType<typeof getTranslations<"admin.fields">>>;

const spoken = ["name", "description", "material", "care"] as const;

/** What a text is called in each of the shop's languages. */
export const spokenLabels = (
  t: Words,
  fields: readonly (typeof spoken)[number][],
): Record<string, string> =>
  Object.fromEntries(
    fields.flatMap((field) =>
      (["ko", "en"] as const).map((language) => [
        `${field}.${language}`,
        t("inLanguage", { field: t(field), language: t(language) }),
      ]),
    ),
  );

/** What every field of a product is called, the ticks among them by what they stand for. */
export const labelsOfProduct = (
  t: Words,
  locale: Locale,
  { collections, attributes }: Pick<Vocabulary, "collections" | "attributes">,
): Record<string, string> => ({
  ...spokenLabels(t, spoken),
  slug: t("slug"),
  category: t("category"),
  position: t("position"),
  ...Object.fromEntries(collections.map(({ slug, name }) => [`collection.${slug}`, name[locale]])),
  ...Object.fromEntries(
    attributes.flatMap(({ code, name, values }) =>
      values.map((value) => [
        `attribute.${code}.${value.code}`,
        `${name[locale]}: ${value.name[locale]}`,
      ]),
    ),
  ),
});
