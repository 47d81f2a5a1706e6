import { isGlaze } from "../../ui/cutout/glazes";
import type { ProductSummary } from "./product";

export const sorts = ["featured", "-created", "price", "-price"] as const;
export type Sort = (typeof sorts)[number];

export type Choices = {
  category: string | null;
  glaze: string | null;
  sort: Sort;
  /** Pictures, or every piece at its true size. */
  view: "pictures" | "scale";
};

type Search = Record<string, string | string[] | undefined>;

const first = (value: string | string[] | undefined) =>
  (Array.isArray(value) ? value[0] : value) || null;

/** The listing's whole state lives in its address; anything unknown there is ignored. */
export const readChoices = (search: Search): Choices => {
  const glaze = first(search["glaze"]);
  return {
    category: first(search["category"]),
    glaze: glaze !== null && isGlaze(glaze) ? glaze : null,
    sort: sorts.find((sort) => sort === first(search["sort"])) ?? "featured",
    view: first(search["view"]) === "scale" ? "scale" : "pictures",
  };
};

/** The address of a choice; defaults are left out so that one listing has one address. */
export const listingHref = (choices: Partial<Choices>) => {
  const query = new URLSearchParams();
  if (choices.category) query.set("category", choices.category);
  if (choices.glaze) query.set("glaze", choices.glaze);
  if (choices.sort && choices.sort !== "featured") query.set("sort", choices.sort);
  if (choices.view === "scale") query.set("view", "scale");
  return query.size > 0 ? `/products?${query}` : "/products";
};

export const matches = (choices: Pick<Choices, "category" | "glaze">) => (piece: ProductSummary) =>
  (choices.category === null || piece.category.slug === choices.category) &&
  (choices.glaze === null || piece.glaze === choices.glaze);

/** Each distinct key with its count, in the order in which it first stands on the shelf. */
export const tally = <T>(items: readonly T[], keyOf: (item: T) => string) => {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return [...counts].map(([key, count]) => ({ key, count }));
};
