import type { CategoryNode } from "./product";

/** From the root down to the category; empty where there is no such category. */
export const pathTo = (tree: readonly CategoryNode[], slug: string | null): CategoryNode[] => {
  const node = tree.find((one) => one.slug === slug);
  return node ? [...pathTo(tree, node.parent), node] : [];
};

export const below = (tree: readonly CategoryNode[], slug: string | null) =>
  tree.filter((one) => one.parent === slug);

/** The category with all that stands below it. */
export const within = (tree: readonly CategoryNode[], slug: string): string[] => [
  slug,
  ...below(tree, slug).flatMap((child) => within(tree, child.slug)),
];
