const sorts = ["featured", "relevance", "-created", "price", "-price", "-rating"] as const;
type Sort = (typeof sorts)[number];

export type Choices = {
  q: string | null;
  category: string | null;
  collection: string | null;
  /** `glaze:celadon`; of one attribute any, of several attributes each. */
  attributes: readonly string[];
  /** Won or dollars, as prices are shown. */
  minPrice: number | null;
  maxPrice: number | null;
  available: boolean;
  /** The shop's own order where it is null. */
  sort: Sort | null;
  /** Pictures, or every piece at its true size. */
  view: "pictures" | "scale";
  /** Where the page before ended. */
  after: string | null;
};

/** The shelf that a page is about: a category, a collection, or with neither the whole shop. */
export type Place = Partial<Pick<Choices, "category" | "collection">>;

export const everything: Choices = {
  q: null,
  category: null,
  collection: null,
  attributes: [],
  minPrice: null,
  maxPrice: null,
  available: false,
  sort: null,
  view: "pictures",
  after: null,
};

export type Search = Record<string, string | string[] | undefined>;

const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const attribute = /^[a-z0-9-]{1,60}:[a-z0-9-]{1,60}$/;
const amount = /^\d{1,10}$/;
const cursor = /^[\w-]{1,200}$/;

const all = (value: Search[string]) => [value ?? []].flat();
const first = (value: Search[string]) => all(value)[0] ?? "";
const fitting = (value: Search[string], pattern: RegExp) =>
  pattern.test(first(value)) ? first(value) : null;
const amountOf = (value: Search[string]) => {
  const digits = fitting(value, amount);
  return digits === null ? null : Number(digits);
};

/** Whether the catalogue could have a shelf of this name. */
export const isSlug = (text: string) => text.length <= 120 && slug.test(text);

/** The orders there are, the one that needs no saying first. */
export const sortsOf = ({ q }: Pick<Choices, "q">) =>
  sorts.filter((sort) => sort !== (q === null ? "relevance" : "featured"));

/** A page's place and what its address asks for there; anything unknown is ignored. */
export const readChoices = (search: Search, place: Place = {}): Choices => {
  const q = first(search["q"]).trim().slice(0, 100).trim() || null;
  const wished = new Set(all(search["attribute"]).filter((one) => attribute.test(one)));
  const [, ...others] = sortsOf({ q });
  return {
    q,
    category: place.category ?? fitting(search["category"], slug)?.slice(0, 120) ?? null,
    collection: place.collection ?? null,
    attributes: [...wished].toSorted().slice(0, 20),
    minPrice: amountOf(search["minPrice"]),
    maxPrice: amountOf(search["maxPrice"]),
    available: first(search["availability"]) === "available",
    sort: others.find((sort) => sort === first(search["sort"])) ?? null,
    view: first(search["view"]) === "scale" ? "scale" : "pictures",
    after: fitting(search["after"], cursor),
  };
};

const pathOf = ({ category, collection }: Choices) => {
  if (collection !== null) return `/collections/${collection}`;
  return category === null ? "/products" : `/categories/${category}`;
};

/** The address of a choice; defaults are left out so that one listing has one address. */
export const listingHref = (wished: Partial<Choices>) => {
  const choices: Choices = { ...everything, ...wished };
  const { q, category, collection, minPrice, maxPrice, sort, view, after } = choices;
  const query = new URLSearchParams({
    ...(q !== null && { q }),
    ...(collection !== null && category !== null && { category }),
  });
  for (const one of choices.attributes) query.append("attribute", one);
  if (minPrice !== null) query.set("minPrice", String(minPrice));
  if (maxPrice !== null) query.set("maxPrice", String(maxPrice));
  if (choices.available) query.set("availability", "available");
  if (sort !== null) query.set("sort", sort);
  if (view === "scale") query.set("view", view);
  if (after !== null) query.set("after", after);
  return query.size > 0 ? `${pathOf(choices)}?${query}` : pathOf(choices);
};

/** The page on which these choices are made: its words and its shelf, and none of its filters. */
export const unfiltered = ({ q, category, collection }: Choices): Partial<Choices> =>
  collection === null ? { q, category } : { q, collection };

/** Whether a part of the shelf is left out, other than by its place or by words. */
export const isFiltered = (choices: Choices) =>
  choices.attributes.length > 0 ||
  choices.minPrice !== null ||
  choices.maxPrice !== null ||
  choices.available ||
  (choices.collection !== null && choices.category !== null);
