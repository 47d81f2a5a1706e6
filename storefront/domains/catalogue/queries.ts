import "server-only";
import type { Locale } from "../../i18n/routing";
import { catalogue } from "../../lib/gateway";
import { lastKnown } from "../../lib/last-known";
import type { Sort } from "./choices";

const audience = (locale: Locale) => ({ "accept-language": locale, "x-currency": "KRW" }) as const;

// The gateway in between may answer what the contract does not name.
const unexpected = ({ status }: { status: number }) =>
  new Error(`The catalogue answered ${status}`);

/** The whole shelf, in the merchant's order or by price; a hundred pieces at most. */
export const listProducts = lastKnown(async (locale: Locale, sort: Sort) => {
  const reply = await catalogue.$get({ header: audience(locale), query: { sort, limit: "100" } });
  if (reply.status === 200) return await reply.json();
  throw unexpected(reply);
});

/** `value` is null when there is no such product. */
export const findProduct = lastKnown(async (locale: Locale, slug: string) => {
  const reply = await catalogue[":slug"].$get({ header: audience(locale), param: { slug } });
  if (reply.status === 200) return await reply.json();
  if (reply.status === 404 || reply.status === 400) return null;
  throw unexpected(reply);
});
