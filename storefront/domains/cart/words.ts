import type { Locale } from "../../i18n/routing";
import type words from "../../messages/ko/cart.json";

export type CartWords = typeof words;
export type Counted = CartWords["pieces"];

/** A text with its `{places}` filled, where the whole library of messages would weigh too much. */
export const fill = (text: string, values: Record<string, string | number>) =>
  text.replaceAll(/\{(\w+)\}/g, (place, name) => String(values[name] ?? place));

/** The form for this many, with the number in it. */
export const counted = ({ one, other }: Counted, count: number, locale: Locale) =>
  fill(new Intl.PluralRules(locale).select(count) === "one" || count === 1 ? one : other, {
    count: new Intl.NumberFormat(locale).format(count),
  });

/** The cart's own words, fetched when a cart is first opened. */
export const fetchWords = async (locale: Locale): Promise<CartWords> => {
  const catalogues = {
    ko: () => import("../../messages/ko/cart.json"),
    en: () => import("../../messages/en/cart.json"),
  };
  return (await catalogues[locale]()).default;
};
