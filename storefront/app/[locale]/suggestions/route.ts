import { hasLocale } from "next-intl";

import { listingHref } from "../../../domains/catalogue/choices";
import { suggest } from "../../../domains/catalogue/queries";
import { type Locale, routing } from "../../../i18n/routing";
import type { Audience } from "../../../lib/currency";
import type { Suggestion } from "../../../ui/suggestions";

/** The answer is shared by all, and names no price. */
const shared = (locale: Locale): Audience => ({ locale, currency: "KRW" });

type Context = { params: Promise<{ locale: string }> };

/** What somebody who types `q` may be looking for: words first, then pieces. */
export const GET = async (request: Request, { params }: Context) => {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return new Response(null, { status: 404 });
  const q = new URL(request.url).searchParams.get("q")?.trim().slice(0, 100) ?? "";
  if (q === "") return new Response(null, { status: 400 });
  const { queries, products } = await suggest(shared(locale), q);
  const suggestions: Suggestion[] = [
    ...queries.map((word) => ({ label: word, href: `/${locale}${listingHref({ q: word })}` })),
    ...products.map(({ slug, name }) => ({ label: name, href: `/${locale}/products/${slug}` })),
  ];
  return Response.json(suggestions, { headers: { "cache-control": "public, max-age=60" } });
};
