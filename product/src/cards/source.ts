import type { Db } from "@jangteo/shared/database";
import { ratings } from "@jangteo/shared/schema/product/card";
import {
  attributes,
  attributeValues,
  categories,
  collectionProducts,
  collections,
  options,
  optionValues,
  productAttributes,
  products,
  variants,
} from "@jangteo/shared/schema/product/catalogue";
import { media, pictures } from "@jangteo/shared/schema/product/media";
import { prices } from "@jangteo/shared/schema/product/price";
import { and, asc, eq, inArray } from "drizzle-orm";

const grouped = <T, K>(rows: T[], keyOf: (row: T) => K) => {
  const groups = Map.groupBy(rows, keyOf);
  return (key: K) => groups.get(key) ?? [];
};

const pathsOf = async (db: Db) => {
  const all = await db.select().from(categories);
  const bySlug = new Map(all.map((one) => [one.slug, one]));
  const path = (slug: string | null): typeof all => {
    const category = slug === null ? undefined : bySlug.get(slug);
    return category ? [...path(category.parent), category] : [];
  };
  return path;
};

/** Everything told of these products, in a fixed number of statements. */
export const readSources = async (db: Db, ids: string[], { lock = false } = {}) => {
  const found = db
    .select()
    .from(products)
    .where(inArray(products.id, ids))
    .orderBy(asc(products.id));
  const rows = await (lock ? found.for("update") : found);
  const sold = await db
    .select()
    .from(variants)
    .where(inArray(variants.productId, ids))
    .orderBy(asc(variants.position), asc(variants.id));
  const soldIds = sold.map(({ id }) => id);
  const [path, costs, shown, chosen, values, told, shelves, rated] = await Promise.all([
    pathsOf(db),
    db.select().from(prices).where(inArray(prices.variantId, soldIds)),
    db
      .select({ picture: pictures, media })
      .from(pictures)
      .innerJoin(media, eq(media.file, pictures.file))
      .where(inArray(pictures.productId, ids))
      .orderBy(asc(pictures.position)),
    db.select().from(options).where(inArray(options.productId, ids)).orderBy(asc(options.position)),
    db
      .select()
      .from(optionValues)
      .where(inArray(optionValues.productId, ids))
      .orderBy(asc(optionValues.position)),
    db
      .select({
        productId: productAttributes.productId,
        code: attributes.code,
        name: attributes.name,
        value: { code: attributeValues.code, name: attributeValues.name },
      })
      .from(productAttributes)
      .innerJoin(attributes, eq(attributes.code, productAttributes.attribute))
      .innerJoin(
        attributeValues,
        and(
          eq(attributeValues.attribute, productAttributes.attribute),
          eq(attributeValues.code, productAttributes.value),
        ),
      )
      .where(inArray(productAttributes.productId, ids))
      .orderBy(asc(attributes.position), asc(attributeValues.position)),
    db
      .select({ productId: collectionProducts.productId, collection: collections })
      .from(collectionProducts)
      .innerJoin(collections, eq(collections.slug, collectionProducts.collection))
      .where(inArray(collectionProducts.productId, ids))
      .orderBy(asc(collections.position)),
    db.select().from(ratings).where(inArray(ratings.productId, ids)),
  ]);
  const variantsOf = grouped(sold, ({ productId }) => productId);
  const pricesOf = grouped(costs, ({ variantId }) => variantId);
  const picturesOf = grouped(shown, ({ picture }) => picture.productId);
  const optionsOf = grouped(chosen, ({ productId }) => productId);
  const valuesOf = grouped(values, ({ productId, option }) => `${productId} ${option}`);
  const attributesOf = grouped(told, ({ productId }) => productId);
  const ratingsOf = grouped(rated, ({ productId }) => productId);
  const collectionsOf = grouped(shelves, ({ productId }) => productId);

  return rows.map((product) => ({
    product,
    path: path(product.category),
    variants: variantsOf(product.id).map((variant) => ({
      ...variant,
      prices: pricesOf(variant.id),
    })),
    prices: variantsOf(product.id).flatMap(({ id }) => pricesOf(id)),
    pictures: picturesOf(product.id),
    options: optionsOf(product.id).map((option) => ({
      ...option,
      values: valuesOf(`${product.id} ${option.code}`),
    })),
    attributes: attributesOf(product.id),
    collections: collectionsOf(product.id).map(({ collection }) => collection),
    rating: ratingsOf(product.id).at(0),
  }));
};
export type Source = Awaited<ReturnType<typeof readSources>>[number];
