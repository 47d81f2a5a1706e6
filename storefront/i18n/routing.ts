import { defineRouting } from "next-intl/routing";

/** Every page lives under its language: /ko/... and /en/...; `/` goes to the shopper's. */
export const routing = defineRouting({ locales: ["ko", "en"], defaultLocale: "ko" });

export type Locale = (typeof routing.locales)[number];

/** The language of an address, whose form a route handler only knows as text. */
export const localeOf = (text: string): Locale =>
  routing.locales.find((locale) => locale === text) ?? routing.defaultLocale;
