import { type Locale, routing } from "../i18n/routing";

/** The one address of a page, and the same page in each language. */
export const alternatesOf = (locale: Locale, path: string) => ({
  canonical: `/${locale}${path}`,
  languages: Object.fromEntries([
    ...routing.locales.map((each) => [each, `/${each}${path}`]),
    ["x-default", `/${routing.defaultLocale}${path}`],
  ]),
});
