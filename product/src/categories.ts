import { isForeignKeyViolation, type Db } from "@jangteo/shared/database";
import { AppError, invalidField } from "@jangteo/shared/problem";
import { categories, categoryHistory, products } from "@jangteo/shared/schema/product/catalogue";
import { asc, count, eq, inArray, sql } from "drizzle-orm";

import { refusingDuplicates } from "./catalogue.ts";
import type { CategoryChange, NewCategory } from "./contract.ts";
import { lockProducts, nextVersion, requireVersion, showShelf } from "./shelves.ts";
import { asTree } from "./vocabulary.ts";

type Row = typeof categories.$inferSelect;

const taken = "Another category has this slug";
const missing = () => new AppError("not_found", "There is no such category");

/** Parents before their children, each with how many products stand in it itself. */
export const listCategoryRecords = async (db: Db) => {
  const standing = db
    .select({ category: products.category, units: count().as("units") })
    .from(products)
    .groupBy(products.category)
    .as("standing");
  const rows = await db
    .select({ row: categories, products: sql<number>`coalesce(${standing.units}, 0)::int` })
    .from(categories)
    .leftJoin(standing, eq(standing.category, categories.slug))
    .orderBy(asc(categories.position), asc(categories.slug));
  return asTree(rows.map(({ row, ...counted }) => ({ ...row, ...counted })));
};

export const findCategoryRecord = async (db: Db, slug: string) => {
  const [row] = await db
    .select({
      row: categories,
      products: sql<number>`(select count(*)::int from ${products}
        where ${products}.category = ${categories}.slug)`,
    })
    .from(categories)
    .where(eq(categories.slug, slug));
  if (!row) throw missing();
  return { ...row.row, products: row.products };
};

/** The slug that a category has now which had this one. */
export const categoryAfter = async (db: Db, slug: string) => {
  const [moved] = await db.select().from(categoryHistory).where(eq(categoryHistory.slug, slug));
  return moved?.category;
};

/** All of the tree, so that one change of it happens at a time, and no product comes into it meanwhile. */
const lockTree = (tx: Db) =>
  tx.select().from(categories).orderBy(asc(categories.slug)).for("no key update");

const within = (tree: Row[], slug: string): string[] => [
  slug,
  ...tree.filter(({ parent }) => parent === slug).flatMap((child) => within(tree, child.slug)),
];

const requireParent = (tree: Row[], parent: string | null | undefined, slug?: string) => {
  if (parent === undefined || parent === null) return;
  if (!tree.some((one) => one.slug === parent))
    throw invalidField("/parent", "unknown", "is no category of this shop");
  if (slug !== undefined && within(tree, slug).includes(parent))
    throw invalidField("/parent", "cycle", "stands below this category itself");
};

export const addCategory = async (tx: Db, wanted: NewCategory, now: Date) => {
  requireParent(await lockTree(tx), wanted.parent);
  await refusingDuplicates(tx.insert(categories).values(wanted).returning(), taken);
  await tx.delete(categoryHistory).where(eq(categoryHistory.slug, wanted.slug));
  await showShelf(tx, { kind: "category", slug: wanted.slug }, [], now);
};

/** Gives a category another slug: what refers to it follows, and the earlier one leads there. */
const rename = async (tx: Db, before: Row, slug: string) => {
  const { slug: from } = before;
  await refusingDuplicates(
    tx
      .insert(categories)
      .values({ ...before, slug })
      .returning(),
    taken,
  );
  await tx.update(categories).set({ parent: slug }).where(eq(categories.parent, from));
  await tx
    .update(products)
    .set({ category: slug, ...nextVersion() })
    .where(eq(products.category, from));
  await tx.delete(categoryHistory).where(eq(categoryHistory.slug, slug));
  await tx
    .update(categoryHistory)
    .set({ category: slug })
    .where(eq(categoryHistory.category, from));
  await tx.delete(categories).where(eq(categories.slug, from));
  await tx
    .insert(categoryHistory)
    .values({ slug: from, category: slug })
    .onConflictDoUpdate({ target: categoryHistory.slug, set: { category: slug } });
};

/** Has every listing in a category and below say the way from the root anew, and its card be made anew. */
const relist = (tx: Db, slug: string, now: Date) =>
  tx.execute(sql`
    with recursive paths as (
      select slug, array[slug] as path from product.categories where parent is null
      union all
      select c.slug, p.path || c.slug from product.categories c join paths p on c.parent = p.slug)
    update product.listings l set categories = paths.path, stale_at = ${now.toISOString()}
    from product.products p join paths on paths.slug = p.category
    where p.id = l.product_id and paths.path @> array[${slug}]::text[]`);

/** Changes what `version` was seen of; answers the slug it has now. */
export const changeCategory = async (
  tx: Db,
  { slug: from, version }: { slug: string; version: number },
  change: CategoryChange,
  now: Date,
) => {
  const tree = await lockTree(tx);
  const before = tree.find(({ slug }) => slug === from);
  if (!before) throw missing();
  requireVersion(before, version);
  requireParent(tree, change.parent, from);
  const { slug = from, ...columns } = change;
  const isShown = [change.slug, change.parent, change.name].some((one) => one !== undefined);
  const locked = isShown
    ? await lockProducts(tx, inArray(products.category, within(tree, from)))
    : [];
  if (slug !== from) await rename(tx, before, slug);
  await tx
    .update(categories)
    .set({ ...columns, version: before.version + 1 })
    .where(eq(categories.slug, slug));
  if (isShown) await relist(tx, slug, now);
  await showShelf(tx, { kind: "category", slug }, locked, now);
  return slug;
};

/** Takes away a category in which no product and no other category stands. */
export const removeCategory = async (tx: Db, slug: string, version: number, now: Date) => {
  const before = (await lockTree(tx)).find((one) => one.slug === slug);
  if (!before) throw missing();
  requireVersion(before, version);
  try {
    await tx.delete(categories).where(eq(categories.slug, slug));
  } catch (error) {
    if (!isForeignKeyViolation(error)) throw error;
    throw new AppError("conflict", "Something still stands in it", { cause: error });
  }
  await showShelf(tx, { kind: "category", slug }, [], now);
};
