import type { Db } from "@jangteo/shared/database";
import type { Currency } from "@jangteo/shared/money";
import { variants } from "@jangteo/shared/schema/product/catalogue";
import { inArray } from "drizzle-orm";

import { readSources, type Source } from "./cards/source.ts";
import type { Offer } from "./contract.ts";
import { costOf, nextChange } from "./pricing.ts";
import { readFree } from "./stock-levels.ts";

type Sold = Source["variants"][number];

const priceOf = ({ prices }: Sold, currency: Currency, now: Date) => {
  const cost = costOf(prices, currency, now);
  return (
    cost && {
      amount: cost.price.amount,
      listAmount: cost.listPrice?.amount ?? null,
      tiers: cost.tiers.map(({ quantity, price }) => ({ quantity, amount: price.amount })),
    }
  );
};

const pictureOf = ({ pictures: [first] }: Source) =>
  first
    ? {
        url: `/media/${first.media.file}`,
        alt: first.picture.alt,
        width: first.media.width,
        height: first.media.height,
      }
    : null;

const optionsOf = ({ options }: Source, { selection }: Sold) =>
  options.flatMap(({ code, name, values }) => {
    const value = values.find((one) => one.code === selection[code]);
    return value ? [{ name, value: value.name }] : [];
  });

const toOffer = (source: Source, variant: Sold, free: number, now: Date): Offer => ({
  variantId: variant.id,
  productId: source.product.id,
  slug: source.product.slug,
  sku: variant.sku,
  active: source.product.status === "active",
  name: source.product.name,
  options: optionsOf(source, variant),
  categories: source.path.map(({ slug }) => slug),
  collections: source.collections.map(({ slug }) => slug),
  picture: pictureOf(source),
  weight: variant.weight,
  free,
  prices: { KRW: priceOf(variant, "KRW", now), USD: priceOf(variant, "USD", now) },
  validUntil: nextChange(variant.prices, now)?.toISOString() ?? null,
});

/** What these variants are offered for, in no order. */
export const findOffers = async (db: Db, ids: string[], now: Date): Promise<Offer[]> => {
  const known = await db
    .selectDistinct({ productId: variants.productId })
    .from(variants)
    .where(inArray(variants.id, ids));
  const [sources, freeOf] = await Promise.all([
    readSources(
      db,
      known.map(({ productId }) => productId),
    ),
    readFree(db, ids),
  ]);
  return sources.flatMap((source) =>
    source.variants
      .filter(({ id }) => ids.includes(id))
      .map((variant) => toOffer(source, variant, freeOf(variant.id), now)),
  );
};
