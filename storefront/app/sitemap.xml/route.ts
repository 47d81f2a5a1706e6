import { listCategories, machines } from "../../domains/catalogue/queries";
import { below } from "../../domains/catalogue/tree";
import { sitemapIndex, sitemapUnavailable } from "../../lib/sitemap";

// The origin is known when the shop runs, not when it is built.
export const dynamic = "force-dynamic";

const pathOf = (part: string) => `/sitemaps/${part}.xml`;

/** One map of the shop's shelves, and one for each shelf of the first level. */
export const GET = async () => {
  const tree = await listCategories(machines);
  if (!tree) return sitemapUnavailable();
  const parts = below(tree.value, null).map(({ slug }) => slug);
  return sitemapIndex(["shelves", ...parts.map((slug) => `shelf-${slug}`)].map(pathOf));
};
