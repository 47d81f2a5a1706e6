import "server-only";
import type { Audience } from "../../lib/currency";
import type { MenuShelf } from "../../ui/site-head";
import { listCategories } from "./queries";
import { below, within } from "./tree";

/** More than these would not stand beside each other. */
const most = 5;

/** The first shelves on which something stands, in the merchant's order; none while nothing is known. */
export const readMenu = async (audience: Audience): Promise<MenuShelf[]> => {
  const tree = (await listCategories(audience))?.value ?? [];
  return below(tree, null)
    .filter(({ count }) => count > 0)
    .slice(0, most)
    .map(({ slug, name }) => ({ slug, name, within: within(tree, slug) }));
};
