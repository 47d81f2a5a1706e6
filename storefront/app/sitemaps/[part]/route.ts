import { listingHref } from "../../../domains/catalogue/choices";
import {
  listCategories,
  listCollections,
  listSlugs,
  machines,
} from "../../../domains/catalogue/queries";
import { mostPaths, sitemap, sitemapUnavailable } from "../../../lib/sitemap";

type Context = { params: Promise<{ part: string }> };

/** `shelves.xml`, and `shelf-<category>.xml` with all that stands on it. */
export const GET = async (_: Request, { params }: Context) => {
  const { part } = await params;
  const tree = await listCategories(machines);
  if (!tree) return sitemapUnavailable();
  if (part === "shelves.xml") {
    const collections = await listCollections(machines);
    if (!collections) return sitemapUnavailable();
    const shelves = [
      ...tree.value.map(({ slug, count }) => ({ count, href: listingHref({ category: slug }) })),
      ...collections.value.map(({ slug, count }) => ({
        count,
        href: listingHref({ collection: slug }),
      })),
    ];
    const filled = shelves.filter(({ count }) => count > 0).map(({ href }) => href);
    return sitemap(["", listingHref({}), "/collections", ...filled]);
  }
  const shelf = tree.value.find(({ slug }) => part === `shelf-${slug}.xml`);
  if (!shelf) return new Response(null, { status: 404 });
  const slugs = await listSlugs(shelf.slug, mostPaths);
  return slugs ? sitemap(slugs.value.map((slug) => `/products/${slug}`)) : sitemapUnavailable();
};
