import { listingHref } from "../../../domains/catalogue/choices";
import { listCategories, listSlugs } from "../../../domains/catalogue/queries";
import { routing } from "../../../i18n/routing";
import { mostPaths, sitemap, sitemapUnavailable } from "../../../lib/sitemap";

type Context = { params: Promise<{ part: string }> };

/** `shelves.xml`, and `shelf-<category>.xml` with all that stands on it. */
export const GET = async (_: Request, { params }: Context) => {
  const { part } = await params;
  const tree = await listCategories(routing.defaultLocale);
  if (!tree) return sitemapUnavailable();
  if (part === "shelves.xml") {
    const shelves = tree.value.map(({ slug }) => listingHref({ category: slug }));
    return sitemap(["", listingHref({}), ...shelves]);
  }
  const shelf = tree.value.find(({ slug }) => part === `shelf-${slug}.xml`);
  if (!shelf) return new Response(null, { status: 404 });
  const slugs = await listSlugs(shelf.slug, mostPaths).catch(() => null);
  return slugs ? sitemap(slugs.map((slug) => `/products/${slug}`)) : sitemapUnavailable();
};
