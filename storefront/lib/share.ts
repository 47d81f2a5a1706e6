import { cardSize } from "../domains/preview/card-size";
import { type Locale, routing } from "../i18n/routing";
import { alternatesOf } from "./alternates";

const territories = { ko: "ko_KR", en: "en_US" } as const satisfies Record<Locale, string>;

type Share = {
  locale: Locale;
  /** Below the language. */
  path: string;
  title: string;
  description?: string | null | undefined;
  /** The picture that stands for the page: `products/moon-jar`. */
  card?: string;
  /** What the picture shows. */
  alt?: string;
};

/** Where a page is, and how it looks where its link is shared (https://ogp.me). */
export const shareOf = ({ locale, path, title, description, card = "pages/home", alt }: Share) => {
  const alternates = alternatesOf(locale, path);
  const picture = { url: `/og/${locale}/${card}.jpg`, type: "image/jpeg", ...cardSize };
  return {
    alternates,
    openGraph: {
      type: "website" as const,
      siteName: "장터",
      title,
      ...(description && { description }),
      url: alternates.canonical,
      locale: territories[locale],
      alternateLocale: routing.locales
        .filter((one) => one !== locale)
        .map((one) => territories[one]),
      images: [{ ...picture, alt: alt ?? title }],
    },
    twitter: { card: "summary_large_image" as const },
  };
};
