import "server-only";
import { type Locale, routing } from "../../i18n/routing";
import { catalogue } from "../../lib/gateway";
import { lastKnown } from "../../lib/last-known";
import type { Choices } from "./choices";

export const audience = (locale: Locale) =>
  ({ "accept-language": locale, "x-currency": "KRW" }) as const;

/** Fills rows of two and of three. */
const pageSize = 18;

// The gateway in between may answer what the contract does not name.
export const unexpected = ({ status }: { status: number }) =>
  new Error(`The catalogue answered ${status}`);

const asked = ({ q, category, attributes, ...choices }: Choices) => ({
  ...(q !== null && { q }),
  ...(category !== null && { category }),
  ...(attributes.length > 0 && { attribute: [...attributes] }),
  ...(choices.minPrice !== null && { minPrice: String(choices.minPrice) }),
  ...(choices.maxPrice !== null && { maxPrice: String(choices.maxPrice) }),
  ...(choices.available && { availability: "available" as const }),
  ...(choices.sort !== null && { sort: choices.sort }),
  ...(choices.after !== null && { after: choices.after }),
});

/** A page of the listing with its facets; `value` is null when it continues no earlier page. */
export const listPieces = lastKnown(async (locale: Locale, choices: Choices) => {
  const query = { ...asked(choices), facets: "true", limit: String(pageSize) } as const;
  const reply = await catalogue.products.$get({ header: audience(locale), query });
  if (reply.status === 200) return await reply.json();
  if (reply.status === 400) return null;
  throw unexpected(reply);
});

/** The shelf in the merchant's order, or one category of it. */
export const listShelf = lastKnown(
  async (locale: Locale, limit: number, category: string | null) => {
    const query = { ...(category !== null && { category }), limit: String(limit) };
    const reply = await catalogue.products.$get({ header: audience(locale), query });
    if (reply.status === 200) return (await reply.json()).items;
    throw unexpected(reply);
  },
);

export const listCategories = lastKnown(async (locale: Locale) => {
  const reply = await catalogue.categories.$get({ header: audience(locale) });
  if (reply.status === 200) return (await reply.json()).items;
  throw unexpected(reply);
});

/** `value` is null when there is no such product; one that moved has another slug than was asked. */
export const findProduct = lastKnown(async (locale: Locale, slug: string) => {
  const reply = await catalogue.products[":slug"].$get({
    header: audience(locale),
    param: { slug },
  });
  if (reply.status === 200) return await reply.json();
  if (reply.status === 404 || reply.status === 400) return null;
  throw unexpected(reply);
});

/** Words to search for and pieces that fit; none while the catalogue does not answer. */
export const suggest = async (locale: Locale, q: string) => {
  const reply = await catalogue.search.suggestions
    .$get({ header: audience(locale), query: { q } })
    .catch(() => null);
  return reply?.status === 200 ? await reply.json() : { queries: [], products: [] };
};

/** The addresses of what a category and all below it hold, so many at most. */
export const listSlugs = async (
  category: string,
  most: number,
  found: string[] = [],
  after?: string,
): Promise<string[]> => {
  const reply = await catalogue.products.$get({
    header: audience(routing.defaultLocale),
    query: { category, limit: "100", ...(after !== undefined && { after }) },
  });
  if (reply.status !== 200) throw unexpected(reply);
  const { items, next } = await reply.json();
  const slugs = [...found, ...items.map(({ slug }) => slug)];
  return next === null || slugs.length >= most
    ? slugs.slice(0, most)
    : listSlugs(category, most, slugs, next);
};
