import "server-only";
import { inMinorUnits } from "@jangteo/shared/money";

import { routing } from "../../i18n/routing";
import { catalogueNews, tags } from "../../lib/catalogue-news";
import type { Audience } from "../../lib/currency";
import { env } from "../../lib/env";
import { catalogue } from "../../lib/gateway";
import { createReader } from "../../lib/kept";
import type { Choices } from "./choices";

/** Fills rows of two and of three. */
const pageSize = 18;

/** Milliseconds for which the catalogue itself remembers what takes reading every product. */
const counted = 5000;

const shared = { marks: catalogueNews, fresh: env.catalogueFresh * 1000 };

export const headerOf = ({ locale, currency }: Audience) => ({
  "accept-language": locale,
  "x-currency": currency,
});

type Reply = { status: number; headers: Headers };

// The gateway in between may answer what the contract does not name.
export const unexpected = ({ status }: Reply) => new Error(`The catalogue answered ${status}`);

/** An answer from the gateway's own cache is up to a second older than its Age (RFC 9111) says. */
const dated = <T>({ headers }: Reply, value: T, behind = 0) => {
  const seconds = headers.get("age");
  return { value, age: behind + (seconds === null ? 0 : (Number(seconds) + 1) * 1000) };
};

const asked = (
  { currency }: Audience,
  { q, category, collection, attributes, minPrice, maxPrice, ...choices }: Choices,
) => ({
  ...(q !== null && { q }),
  ...(category !== null && { category }),
  ...(collection !== null && { collection }),
  ...(attributes.length > 0 && { attribute: [...attributes] }),
  ...(minPrice !== null && { minPrice: String(inMinorUnits(minPrice, currency).amount) }),
  ...(maxPrice !== null && { maxPrice: String(inMinorUnits(maxPrice, currency).amount) }),
  ...(choices.available && { availability: "available" as const }),
  ...(choices.sort !== null && { sort: choices.sort }),
  ...(choices.after !== null && { after: choices.after }),
});

type Listed = { items: { id: string }[] };
const tagsOfList = (list: Listed | null) => [
  tags.products,
  ...(list?.items ?? []).map(({ id }) => tags.product(id)),
];

/** A page of the listing with its facets; `value` is null when it continues no earlier page. */
export const listPieces = createReader({
  ...shared,
  read: async (audience: Audience, choices: Choices) => {
    const query = { ...asked(audience, choices), facets: "true", limit: String(pageSize) } as const;
    const reply = await catalogue.products.$get({ header: headerOf(audience), query });
    if (reply.status === 200) return dated(reply, await reply.json(), counted);
    if (reply.status === 400) return dated(reply, null);
    throw unexpected(reply);
  },
  tagsOf: (list) => [...tagsOfList(list), tags.stock],
});

type Part = {
  limit: number;
  category?: string;
  collection?: string;
  attribute?: string;
  sort?: "-created";
};

/** So many pieces of a part of the shelf, in the merchant's order unless another is asked for. */
export const listShelf = createReader({
  ...shared,
  read: async (audience: Audience, { limit, attribute, ...part }: Part) => {
    const query = { ...part, ...(attribute && { attribute: [attribute] }), limit: String(limit) };
    const reply = await catalogue.products.$get({ header: headerOf(audience), query });
    if (reply.status === 200) return dated(reply, (await reply.json()).items);
    throw unexpected(reply);
  },
  tagsOf: (items) => tagsOfList({ items }),
});

/** The first pieces of a category, or of the whole shop, and what all of it holds, counted. */
export const sampleShelf = createReader({
  ...shared,
  read: async (audience: Audience, category: string | null, limit: number) => {
    const part = { ...(category !== null && { category }), limit: String(limit) };
    const query = { ...part, facets: "true" } as const;
    const reply = await catalogue.products.$get({ header: headerOf(audience), query });
    if (reply.status === 200) return dated(reply, await reply.json(), counted);
    throw unexpected(reply);
  },
  tagsOf: (list) => [...tagsOfList(list), tags.stock],
});

export const listCategories = createReader({
  ...shared,
  read: async (audience: Audience) => {
    const reply = await catalogue.categories.$get({ header: headerOf(audience) });
    if (reply.status === 200) return dated(reply, (await reply.json()).items, counted);
    throw unexpected(reply);
  },
  tagsOf: () => [tags.products],
});

export const listCollections = createReader({
  ...shared,
  read: async (audience: Audience) => {
    const reply = await catalogue.collections.$get({ header: headerOf(audience) });
    if (reply.status === 200) return dated(reply, (await reply.json()).items, counted);
    throw unexpected(reply);
  },
  tagsOf: () => [tags.products],
});

/** `value` is null when there is no such shelf; one that moved has another slug than was asked. */
export const findShelf = createReader({
  ...shared,
  read: async (audience: Audience, kind: "categories" | "collections", slug: string) => {
    const reply = await catalogue[kind][":slug"].$get({
      header: headerOf(audience),
      param: { slug },
    });
    if (reply.status === 200) return dated(reply, await reply.json());
    if (reply.status === 404 || reply.status === 400) return dated(reply, null);
    throw unexpected(reply);
  },
  tagsOf: () => [tags.products],
});

/** `value` is null when there is no such product; one that moved has another slug than was asked. */
export const findProduct = createReader({
  ...shared,
  read: async (audience: Audience, slug: string) => {
    const reply = await catalogue.products[":slug"].$get({
      header: headerOf(audience),
      param: { slug },
    });
    if (reply.status === 200) return dated(reply, await reply.json());
    if (reply.status === 404 || reply.status === 400) return dated(reply, null);
    throw unexpected(reply);
  },
  tagsOf: (product, _audience, slug) => [
    tags.slug(slug),
    ...(product ? [tags.product(product.id)] : []),
  ],
});

const nothing = { queries: [], products: [] };

const suggestions = createReader({
  ...shared,
  read: async (audience: Audience, q: string) => {
    const reply = await catalogue.search.suggestions.$get({
      header: headerOf(audience),
      query: { q },
    });
    if (reply.status === 200) return dated(reply, await reply.json());
    throw unexpected(reply);
  },
  tagsOf: () => [tags.products],
});

/** Words to search for and pieces that fit; none while the catalogue does not answer. */
export const suggest = async (audience: Audience, q: string) =>
  (await suggestions(audience, q))?.value ?? nothing;

/** What all crawlers are told alike. */
export const machines: Audience = { locale: routing.defaultLocale, currency: "KRW" };

const slugsFrom = async (
  category: string,
  most: number,
  found: string[] = [],
  after?: string,
): Promise<string[]> => {
  const reply = await catalogue.products.$get({
    header: headerOf(machines),
    query: { category, limit: "100", ...(after !== undefined && { after }) },
  });
  if (reply.status !== 200) throw unexpected(reply);
  const { items, next } = await reply.json();
  const slugs = [...found, ...items.map(({ slug }) => slug)];
  return next === null || slugs.length >= most
    ? slugs.slice(0, most)
    : slugsFrom(category, most, slugs, next);
};

/** The addresses of what a category and all below it hold, so many at most; for the maps of the shop. */
export const listSlugs = createReader({
  marks: catalogueNews,
  fresh: 60 * shared.fresh,
  read: async (category: string, most: number) => ({
    value: await slugsFrom(category, most),
    age: 0,
  }),
  tagsOf: () => [],
});
