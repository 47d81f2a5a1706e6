import type { Locale } from "../../i18n/routing";

type Search = Promise<Record<string, string | string[] | undefined>>;
export type ProductPageProps = {
  params: Promise<{ locale: Locale; id: string }>;
  searchParams: Search;
};
export type VariantPageProps = {
  params: Promise<{ locale: Locale; id: string; variant: string }>;
  searchParams: Search;
};

/** What a form that led here says of itself. */
export const doneOf = async (searchParams: Search) => {
  const { done } = await searchParams;
  return typeof done === "string" ? done : undefined;
};
