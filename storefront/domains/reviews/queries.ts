import "server-only";
import { notFound, redirect } from "next/navigation";

import type { Locale } from "../../i18n/routing";
import { catalogueNews, tags } from "../../lib/catalogue-news";
import { env } from "../../lib/env";
import { createReader } from "../../lib/kept";
import { asBuyer, reviews } from "../../lib/orders";
import { visitor } from "../../lib/visitor";
import { loginPath, uuid } from "../orders/queries";

/** A page of what is said of a product; `value` is null when it continues no earlier page. */
export const readReviews = createReader({
  marks: catalogueNews,
  fresh: env.catalogueFresh * 1000,
  read: async (product: string, limit: number, after: string | null) => {
    const query = { product, limit: String(limit), ...(after !== null && { after }) };
    const reply = await reviews.$get({ query });
    if (reply.status === 200) return { value: await reply.json(), age: 0 };
    if (reply.status === 400) return { value: null, age: 0 };
    // The gateway in between may answer what the contract does not name.
    throw new Error(`Reviews were answered by ${String((reply as Response).status)}`);
  },
  // The catalogue tells of a product whose ratings changed, as with each review that is published or taken back.
  tagsOf: (_page, product) => [tags.product(product)],
});
export type ReviewPage = NonNullable<NonNullable<Awaited<ReturnType<typeof readReviews>>>["value"]>;

const member = async () => ({ ...(await visitor()), guest: undefined });

/** What arrived at a member, with what they say of it; null while it cannot be read. */
export const listReceived = async (locale: Locale) => {
  const header = { "accept-language": locale };
  const outcome = await asBuyer(await member(), (orders) => orders.reviews.own.$get({ header }));
  if (outcome.kind === "signed out") redirect(loginPath(locale, "/account/reviews"));
  if (outcome.kind !== "reply" || outcome.reply.status !== 200) return null;
  return (await outcome.reply.json()).items;
};

/** The same of one product: "nothing" of it has arrived, or it cannot be read. */
export const findReceived = async (locale: Locale, productId: string) => {
  if (!uuid.test(productId)) notFound();
  const header = { "accept-language": locale };
  const outcome = await asBuyer(await member(), (orders) =>
    orders.reviews.own[":productId"].$get({ param: { productId }, header }),
  );
  if (outcome.kind === "signed out") redirect(loginPath(locale, `/account/reviews/${productId}`));
  if (outcome.kind !== "reply") return null;
  if (outcome.reply.status === 404) return "nothing";
  return outcome.reply.status === 200 ? await outcome.reply.json() : null;
};
export type Received = Exclude<Awaited<ReturnType<typeof findReceived>>, "nothing" | null>;
