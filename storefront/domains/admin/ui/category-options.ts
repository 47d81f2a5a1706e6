import type { Locale } from "../../../i18n/routing";
import type { Vocabulary } from "../queries";

type Categories = readonly Vocabulary["categories"][number][];

/** Each category with those above it, as one chooses among them. */
export const categoryOptions = (categories: Categories, locale: Locale) => {
  const path = (slug: string | null): string[] => {
    const one = categories.find((known) => known.slug === slug);
    return one ? [...path(one.parent), one.name[locale]] : [];
  };
  return categories.map(({ slug }) => [slug, path(slug).join(" / ")] as const);
};
