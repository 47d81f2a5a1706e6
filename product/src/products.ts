import type { Db } from "@jangteo/shared/database";
import type { Currency } from "@jangteo/shared/money";
import { AppError } from "@jangteo/shared/problem";
import {
  categoryTexts,
  pictures,
  pictureTexts,
  prices,
  products,
  productTexts,
} from "@jangteo/shared/schema/product";
import { and, asc, count, desc, eq, sql, type SQL } from "drizzle-orm";

import type { Picture } from "./contract.ts";
import { afterCursor, toCursor, type Sort } from "./paging.ts";

/** In whose language and currency a product is told. */
export type Audience = { language: "ko" | "en"; currency: Currency };
type Page = {
  category?: string | undefined;
  sort: Sort;
  limit: number;
  after?: string | undefined;
};

const lowStock = 3;

const pictureOf = sql<Picture>`json_build_object(
  'url', '/media/' || ${pictures.file}, 'view', ${pictures.view}, 'alt', ${pictureTexts.alt},
  'width', ${pictures.width}, 'height', ${pictures.height})`;

const picturesOf = (db: Db, language: SQL) =>
  db
    .select({
      pictures: sql<Picture[]>`json_agg(${pictureOf} order by ${pictures.position})`.as("pictures"),
    })
    .from(pictures)
    .innerJoin(
      pictureTexts,
      and(
        eq(pictureTexts.productId, pictures.productId),
        eq(pictureTexts.position, pictures.position),
        sql`${pictureTexts.language} = ${language}`,
      ),
    )
    .where(eq(pictures.productId, products.id))
    .as("pictured");

/** One statement brings a product with its texts, price and pictures. */
const told = (db: Db, { language, currency }: Audience, condition: SQL | undefined) => {
  const pictured = picturesOf(db, sql`${language}`);
  return db
    .select({
      product: products,
      texts: productTexts,
      categoryName: categoryTexts.name,
      price: prices,
      pictures: pictured.pictures,
    })
    .from(products)
    .innerJoin(
      productTexts,
      and(eq(productTexts.productId, products.id), eq(productTexts.language, language)),
    )
    .innerJoin(
      categoryTexts,
      and(eq(categoryTexts.category, products.category), eq(categoryTexts.language, language)),
    )
    .innerJoin(prices, and(eq(prices.productId, products.id), eq(prices.currency, currency)))
    .leftJoinLateral(pictured, sql`true`)
    .where(and(eq(products.status, "active"), condition))
    .$dynamic();
};
type Row = Awaited<ReturnType<typeof told>>[number];

const availabilityOf = (stock: number) => {
  if (stock === 0) return "sold_out" as const;
  return stock <= lowStock ? ("low_stock" as const) : ("in_stock" as const);
};

const toProduct = ({ product, texts, categoryName, price, pictures: shown }: Row) => {
  const { width, height, depth, category, ...rest } = product;
  const { name, description, maker, material, care } = texts;
  const { amount, listAmount, currency } = price;
  return {
    ...rest,
    ...{ name, description, maker, material, care },
    category: { slug: category, name: categoryName },
    size: { width, height, depth },
    price: { amount, currency },
    listPrice: listAmount === null ? null : { amount: listAmount, currency },
    availability: availabilityOf(product.stock),
    pictures: shown ?? [],
  };
};

const orders: Record<Sort, SQL[]> = {
  featured: [asc(products.position), asc(products.id)],
  price: [asc(prices.amount), asc(products.id)],
  "-price": [desc(prices.amount), desc(products.id)],
  "-created": [desc(products.createdAt), desc(products.id)],
};

export const listProducts = async (db: Db, audience: Audience, page: Page) => {
  const wanted = page.category ? eq(products.category, page.category) : undefined;
  const [rows, [counted]] = await Promise.all([
    told(db, audience, and(wanted, page.after ? afterCursor(page.sort, page.after) : undefined))
      .orderBy(...orders[page.sort])
      .limit(page.limit + 1),
    db
      .select({ total: count() })
      .from(products)
      .where(and(eq(products.status, "active"), wanted)),
  ]);
  const shown = rows.slice(0, page.limit);
  const last = rows.length > page.limit ? shown.at(-1) : undefined;
  return {
    items: shown.map(toProduct).map((item) => ({ ...item, picture: item.pictures[0] ?? null })),
    total: counted?.total ?? 0,
    next: last ? toCursor(page.sort, last) : null,
  };
};

export const findProduct = async (db: Db, audience: Audience, slug: string) => {
  const [row] = await told(db, audience, eq(products.slug, slug));
  if (!row) throw new AppError("not_found", "There is no such product");
  return toProduct(row);
};
