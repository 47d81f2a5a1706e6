import type { Ask } from "./send.ts";

/** What people type: right and wrong, whole and begun, one word and several, rare and common. */
const typed = {
  ko: [
    ...["청자", "백자", "분청", "옹기", "달항아리", "찻잔", "머그", "밥그릇", "접시", "다완"],
    ...["청자 다완", "청자다완", "검은 머그", "파란 접시", "숟가락 받침", "향꽂이", "강진", "이천"],
    ...[
      "쳥자",
      "청지",
      "달항이리",
      "달하",
      "밥그르",
      "접씨",
      "숫가락",
      "향꽃이",
      "머구",
      "찻주전저",
    ],
  ],
  en: [
    ...["celadon", "porcelain", "buncheong", "onggi", "moon jar", "teapot", "mug", "plate", "bowl"],
    ...["celadon tea bowl", "white rice bowl", "blue plate", "noodle", "incense", "vase", "soju"],
    ...["celdon", "tepot", "moonjar", "bolw", "insense", "buncheng", "vase for flowers", "pitchr"],
  ],
};
const languages = ["ko", "en"] as const;
type Language = (typeof languages)[number];
const questions = languages.flatMap((language) => typed[language].map((q) => ({ language, q })));

const pick = <T>(list: readonly T[], n: number): T => {
  const one = list[n % list.length];
  if (one === undefined) throw new Error("There is nothing to pick from");
  return one;
};

/** In one of both languages, from an address of its own, so that the gateway's limits see many people. */
const shopper = (n: number, language: Language = pick(languages, n)) => ({
  "accept-language": language,
  "x-currency": "KRW",
  "x-forwarded-for": `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`,
});

const addressed = (origin: string, path: string, query: Record<string, string | number> = {}) => {
  const url = new URL(path, origin);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
  return url.href;
};

/** The n-th request of a kind, to whoever serves it at `origin`. */
export type Journey = (origin: string, n: number) => Ask;

/** The first 24 of the shelf with price, stock and picture. */
export const list: Journey = (origin, n) => ({
  url: addressed(origin, "/v1/products", { limit: 24 }),
  headers: shopper(n),
});

/** The same, asked so that no cache knows it: a price that no product is below. */
export const uncachedList: Journey = (origin, n) => ({
  url: addressed(origin, "/v1/products", { limit: 24, minPrice: 1 + (n % 900) }),
  headers: shopper(n),
});

const sorts = ["featured", "price", "-price", "-created"];
/** A category in some order. */
export const shelfOf =
  (categories: string[]): Journey =>
  (origin, n) => ({
    url: addressed(origin, "/v1/products", {
      limit: 24,
      category: pick(categories, n),
      sort: pick(sorts, Math.floor(n / categories.length)),
    }),
    headers: shopper(n),
  });

export const productOf =
  (slugs: string[]): Journey =>
  (origin, n) => ({
    url: addressed(origin, `/v1/products/${pick(slugs, n)}`),
    headers: shopper(n, "ko"),
  });

export const search: Journey = (origin, n) => {
  const { language, q } = pick(questions, n);
  return {
    url: addressed(origin, "/v1/products", { q, limit: 24 }),
    headers: shopper(n, language),
  };
};

/** A word as far as it was typed by then. */
export const suggest: Journey = (origin, n) => {
  const { language, q } = pick(questions, n);
  const q2 = q.slice(0, 2 + (Math.floor(n / questions.length) % 4));
  return {
    url: addressed(origin, "/v1/search/suggestions", { q: q2 }),
    headers: shopper(n, language),
  };
};

export const listingPage: Journey = (origin, n) => ({
  url: addressed(origin, `/${pick(languages, n)}/products`),
});

export const productPageOf =
  (slugs: string[]): Journey =>
  (origin, n) => ({ url: addressed(origin, `/ko/products/${pick(slugs, n)}`) });
