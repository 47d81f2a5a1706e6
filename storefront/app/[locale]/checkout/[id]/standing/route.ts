import { onwardOf } from "../../../../../domains/checkout/checkout";
import { askOnward } from "../../../../../domains/checkout/complete";
import { localeOf } from "../../../../../i18n/routing";
import { visitor } from "../../../../../lib/visitor";

type Context = { params: Promise<{ locale: string; id: string }> };

/** Where the page that waits for a payment goes; null while that is not decided. */
export const GET = async (request: Request, { params }: Context) => {
  const { locale: language, id } = await params;
  const locale = localeOf(language);
  // Only the page itself asks: it lets the purchase go on.
  const foreign = !["same-origin", null].includes(request.headers.get("sec-fetch-site"));
  if (foreign) return new Response(null, { status: 403 });
  const checkout = await askOnward(locale, id, await visitor());
  const isDecided = checkout !== null && checkout !== "none" && checkout.state !== "processing";
  const onward = isDecided && checkout.state !== "requires_action" && onwardOf(locale, checkout);
  const gone = checkout === "none" || (isDecided && checkout.state === "open");
  const to = gone ? `/${locale}/checkout` : onward || null;
  return Response.json({ to }, { headers: { "cache-control": "private, no-store" } });
};
