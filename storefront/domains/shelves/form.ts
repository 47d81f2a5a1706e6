import type { Values } from "../admin/merge";
import { slugOf } from "../admin/product-form";
import type { Reader } from "../admin/typed";
import type { Category, Collection } from "./queries";

export type Kind = "category" | "collection";

/** Where the pages of a kind of shelf are, without the language. */
export const homes = { category: "/admin/categories", collection: "/admin/collections" } as const;

export const valuesOfShelf = (shelf: Collection & { parent?: string | null }): Values => ({
  "name.ko": shelf.name.ko,
  "name.en": shelf.name.en,
  "description.ko": shelf.description.ko,
  "description.en": shelf.description.en,
  slug: shelf.slug,
  position: String(shelf.position),
  ...(shelf.parent !== undefined && { parent: shelf.parent ?? "" }),
});

/** What a new shelf begins with: the place behind its neighbours. */
export const valuesOfNewShelf = (
  neighbours: readonly Pick<Category, "position">[],
  parent?: string,
): Values => ({
  position: String(Math.max(-1, ...neighbours.map(({ position }) => position)) + 1),
  ...(parent !== undefined && { parent }),
});

export const readShelf = ({ text, words, whole }: Reader) => ({
  name: words("name"),
  description: words("description"),
  slug: text("slug"),
  position: whole("position"),
});

/** As typed, or made of the English name. */
export const readNewShelf = (typed: Reader) => {
  const shelf = readShelf(typed);
  return { ...shelf, slug: shelf.slug || slugOf(shelf.name.en) || "unnamed" };
};

export const readParent = ({ text }: Reader) => ({ parent: text("parent") || null });

/** Where a category can be put: anywhere but in itself and below. */
export const parentsFor = (tree: readonly Category[], slug: string) => {
  const within = (top: string): string[] => [
    top,
    ...tree.filter(({ parent }) => parent === top).flatMap((one) => within(one.slug)),
  ];
  const own = new Set(within(slug));
  return tree.filter((one) => !own.has(one.slug));
};
