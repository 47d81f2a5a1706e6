import { hasLocale } from "next-intl";

import { listingHref } from "../../../domains/catalogue/choices";
import { suggest } from "../../../domains/catalogue/queries";
import { routing } from "../../../i18n/routing";
import type { Suggestion } from "../../../ui/suggestions";

type Context = { params: Promise<{ locale: string }> };

/** What somebody who types `q` may be looking for: words first, then pieces. */
export const GET = async (request: Request, { params }: Context) => {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return new Response(null, { status: 404 });
  const q = new URL(request.url).searchParams.get("q")?.trim().slice(0, 100) ?? "";
  if (q === "") return new Response(null, { status: 400 });
  const { queries, products } = await suggest(locale, q);
  const suggestions: Suggestion[] = [
    ...queries.map((word) => ({ label: word, href: `/${locale}${listingHref({ q: word })}` })),
    ...products.map(({ slug, name }) => ({ label: name, href: `/${locale}/products/${slug}` })),
  ];
  return Response.json(suggestions, { headers: { "cache-control": "public, max-age=60" } });
};
