const sorts = ["featured", "relevance", "-created", "price", "-price"] as const;
type Sort = (typeof sorts)[number];

export type Choices = {
  q: string | null;
  category: string | null;
  /** `glaze:celadon`; of one attribute any, of several attributes each. */
  attributes: readonly string[];
  /** Minor units. */
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

export const everything: Choices = {
  q: null,
  category: null,
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
const amount = /^\d{1,12}$/;
const cursor = /^[\w-]{1,200}$/;

const all = (value: Search[string]) => [value ?? []].flat();
const first = (value: Search[string]) => all(value)[0] ?? "";
const fitting = (value: Search[string], pattern: RegExp) =>
  pattern.test(first(value)) ? first(value) : null;
const amountOf = (value: Search[string]) => {
  const digits = fitting(value, amount);
  return digits === null ? null : Number(digits);
};

/** The orders there are, the one that needs no saying first. */
export const sortsOf = ({ q }: Pick<Choices, "q">) =>
  sorts.filter((sort) => sort !== (q === null ? "relevance" : "featured"));

/** The listing's whole state lives in its address; anything unknown there is ignored. */
export const readChoices = (search: Search): Choices => {
  const q = first(search["q"]).trim().slice(0, 100).trim() || null;
  const wished = new Set(all(search["attribute"]).filter((one) => attribute.test(one)));
  const [, ...others] = sortsOf({ q });
  return {
    q,
    category: fitting(search["category"], slug)?.slice(0, 120) ?? null,
    attributes: [...wished].toSorted().slice(0, 20),
    minPrice: amountOf(search["minPrice"]),
    maxPrice: amountOf(search["maxPrice"]),
    available: first(search["availability"]) === "available",
    sort: others.find((sort) => sort === first(search["sort"])) ?? null,
    view: first(search["view"]) === "scale" ? "scale" : "pictures",
    after: fitting(search["after"], cursor),
  };
};

/** The address of a choice; defaults are left out so that one listing has one address. */
export const listingHref = (choices: Partial<Choices>) => {
  const { q, category, attributes, minPrice, maxPrice, available, sort, view, after } = {
    ...everything,
    ...choices,
  };
  const query = new URLSearchParams({
    ...(q !== null && { q }),
    ...(category !== null && { category }),
  });
  for (const one of attributes) query.append("attribute", one);
  if (minPrice !== null) query.set("minPrice", String(minPrice));
  if (maxPrice !== null) query.set("maxPrice", String(maxPrice));
  if (available) query.set("availability", "available");
  if (sort !== null) query.set("sort", sort);
  if (view === "scale") query.set("view", view);
  if (after !== null) query.set("after", after);
  return query.size > 0 ? `/products?${query}` : "/products";
};

/** Whether a part of the shelf is left out, other than by its category or by words. */
export const isFiltered = ({ attributes, minPrice, maxPrice, available }: Choices) =>
  attributes.length > 0 || minPrice !== null || maxPrice !== null || available;
