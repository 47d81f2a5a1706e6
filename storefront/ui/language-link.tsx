"use client";

import { useLocale } from "next-intl";
import { useSearchParams } from "next/navigation";

import { Link, usePathname } from "../i18n/navigation";

const other = {
  ko: { locale: "en", name: "English" },
  en: { locale: "ko", name: "한국어" },
} as const;

/** The same page in the other language, named in that language. */
export const LanguageLink = ({ className }: { className?: string }) => {
  const { locale, name } = other[useLocale()];
  const query = useSearchParams().toString();
  const path = usePathname();
  return (
    <Link
      className={className}
      href={query ? `${path}?${query}` : path}
      locale={locale}
      lang={locale}
      hrefLang={locale}
    >
      {name}
    </Link>
  );
};
