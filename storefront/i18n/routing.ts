import { defineRouting } from "next-intl/routing";

/** Every page lives under its language: /ko/... and /en/...; `/` goes to the shopper's. */
export const routing = defineRouting({ locales: ["ko", "en"], defaultLocale: "ko" });

export type Locale = (typeof routing.locales)[number];
