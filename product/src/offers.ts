import type { Db } from "@jangteo/shared/database";
import type { Currency } from "@jangteo/shared/money";
import { hidden, prepared } from "@jangteo/shared/prepared";
import {
  categories,
  categoryHistory,
  collectionHistory,
  collectionProducts,
  collections,
  options,
  optionValues,
  products,
  variants,
} from "@jangteo/shared/schema/product/catalogue";
import { media, pictures } from "@jangteo/shared/schema/product/media";
import { prices } from "@jangteo/shared/schema/product/price";
import { stock } from "@jangteo/shared/schema/product/stock";
import { eq, sql } from "drizzle-orm";

import type { Offer } from "./contract.ts";
import { costOf, nextChange, type Price } from "./pricing.ts";

const chosen = sql<Offer["options"]>`(
  select coalesce(json_agg(json_build_object('name', option.name, 'value', value.name)
    order by option.position), '[]')
  from ${options} as option join ${optionValues} as value
    on value.product_id = option.product_id and value.option = option.code
      and value.code = ${variants.selection} ->> option.code
  where option.product_id = ${products.id})`;

/** The slugs that its category, and those above, have and had: a promotion may name an earlier one. */
const path = sql<string[]>`(
  with recursive path as (
    select slug, parent, 0 as depth from ${categories} where slug = ${products.category}
    union all
    select above.slug, above.parent, depth + 1
    from ${categories} as above join path on above.slug = path.parent)
  select coalesce(json_agg(slug order by depth desc), '[]') from (
    select slug, depth from path
    union all
    select earlier.slug, -1 from ${categoryHistory} as earlier join path on earlier.category = path.slug
  ) as named)`;

/** As `path`, of its collections. */
const shelves = sql<string[]>`(
  select coalesce(json_agg(named.slug order by named.earlier, shelf.position), '[]')
  from ${collectionProducts} as placed join ${collections} as shelf on shelf.slug = placed.collection
    cross join lateral (
      select shelf.slug, false as earlier
      union all
      select slug, true from ${collectionHistory} where collection = shelf.slug) as named
  where placed.product_id = ${products.id})`;

/** Of the variant where there is one, else of the product. */
const picture = sql<Offer["picture"]>`(
  select json_build_object('url', '/media/' || file, 'alt', shown.alt,
    'width', kept.width, 'height', kept.height)
  from ${pictures} as shown join ${media} as kept using (file)
  where shown.product_id = ${products.id}
  order by case when not ${variants.selection} @> shown.selection then 2
    when shown.selection = '{}' then 1 else 0 end, shown.position
  limit 1)`;

const free = sql<number>`(
  select coalesce(sum(on_hand - reserved), 0)::int from ${stock} where variant_id = ${variants.id})`;

type Told = Omit<Price, "startsAt" | "endsAt"> & { startsAt: string; endsAt: string | null };
/** Those that are in force or will be: what has ended tells nothing of what it costs. */
const costs = sql<Told[]>`(
  select coalesce(json_agg(json_build_object('currency', currency, 'list', list,
    'minQuantity', min_quantity, 'amount', amount, 'startsAt', starts_at, 'endsAt', ends_at)), '[]')
  from ${prices} where variant_id = ${variants.id}
    and (ends_at is null or ends_at > ${sql.placeholder("now")}::timestamptz))`;

const offering = (db: Db) =>
  db
    .select({
      offer: {
        variantId: variants.id,
        productId: products.id,
        slug: products.slug,
        sku: variants.sku,
        active: sql<boolean>`${products.status} = 'active'`,
        name: products.name,
        options: chosen,
        categories: path,
        collections: shelves,
        picture,
        weight: variants.weight,
        free,
      },
      costs,
    })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .where(sql`${variants.id} = any(${hidden("ids", "uuid[]")})`);

const toPrice = ({ startsAt, endsAt, ...price }: Told): Price => ({
  ...price,
  startsAt: new Date(startsAt),
  endsAt: endsAt === null ? null : new Date(endsAt),
});

const priceOf = (rows: Price[], currency: Currency, now: Date) => {
  const cost = costOf(rows, currency, now);
  return (
    cost && {
      amount: cost.price.amount,
      listAmount: cost.listPrice?.amount ?? null,
      tiers: cost.tiers.map(({ quantity, price }) => ({ quantity, amount: price.amount })),
    }
  );
};

/** What these variants are offered for, in no order; in one statement. */
export const findOffers = async (db: Db, ids: string[], now: Date): Promise<Offer[]> => {
  const rows = await prepared(db, "offers", () => offering(db).prepare("offers")).execute({
    ids: `{${ids.join(",")}}`,
    now: now.toISOString(),
  });
  return rows.map(({ offer, costs: told }) => {
    const known = told.map(toPrice);
    return {
      ...offer,
      prices: { KRW: priceOf(known, "KRW", now), USD: priceOf(known, "USD", now) },
      validUntil: nextChange(known, now)?.toISOString() ?? null,
    };
  });
};
