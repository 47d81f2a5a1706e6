import type { Db } from "@jangteo/shared/database";
import { publishAll } from "@jangteo/shared/outbox";
import { insertRows, updateRows } from "@jangteo/shared/rows";
import { cards, documents, listings, vocabulary } from "@jangteo/shared/schema/product/card";
import { products } from "@jangteo/shared/schema/product/catalogue";
import { outbox } from "@jangteo/shared/schema/product/schema";
import { and, eq, inArray, isNotNull, lte, sql } from "drizzle-orm";

import { cardOf } from "./cards/card.ts";
import { documentOf } from "./cards/document.ts";
import { readSources, type Source } from "./cards/source.ts";
import { nextChange } from "./pricing.ts";

const languages = ["ko", "en"] as const;
const currencies = ["KRW", "USD"] as const;

const cardsOf = (source: Source, now: Date) =>
  languages.flatMap((language) =>
    currencies.flatMap((currency) => cardOf(source, language, currency, now)),
  );

/** Fixed order, so that two writers never wait for each other. */
const learn = async (tx: Db, words: (typeof vocabulary.$inferInsert)[]) => {
  const known = new Map<string, typeof vocabulary.$inferInsert>();
  for (const word of words) {
    const key = `${word.language} ${word.folded}`;
    if (!known.get(key)?.shown) known.set(key, word);
  }
  const ordered = [...known].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, word]) => word);
  await insertRows(tx, vocabulary, ordered).onConflictDoUpdate({
    target: [vocabulary.language, vocabulary.folded],
    set: { shown: sql`excluded.shown` },
    setWhere: sql`${vocabulary.shown} is null and excluded.shown is not null`,
  });
};

/** What is on no shelf has no listing to say when it must be made anew: the product itself does. */
const rememberWaiting = async (tx: Db, waiting: Source[], now: Date) => {
  const rows = waiting
    .map(({ product, prices }) => ({ id: product.id, appearsAt: nextChange(prices, now) }))
    .filter(({ appearsAt }) => appearsAt !== null);
  await updateRows(tx, products, rows);
};

/** Makes anew what shoppers read of these products, in the transaction of their change. */
export const refreshCards = async (tx: Db, productIds: string[], now = new Date()) => {
  const ids = [...new Set(productIds)].toSorted();
  if (ids.length === 0) return;
  const sources = await readSources(tx, ids, { lock: true });
  await tx
    .update(products)
    .set({ appearsAt: null })
    .where(and(inArray(products.id, ids), isNotNull(products.appearsAt)));
  const sold = sources.filter(({ product }) => product.status === "active");
  const made = sold.flatMap((source) => cardsOf(source, now));
  const found = sold.flatMap((source) => languages.map((language) => documentOf(source, language)));
  await tx.delete(listings).where(inArray(listings.productId, ids));
  await tx.delete(cards).where(inArray(cards.productId, ids));
  await tx.delete(documents).where(inArray(documents.productId, ids));
  const listed = made.filter(({ card }) => card.language === languages[0]);
  await insertRows(
    tx,
    listings,
    listed.map(({ listing }) => listing),
  );
  await insertRows(
    tx,
    cards,
    made.map(({ card }) => card),
  );
  await insertRows(
    tx,
    documents,
    found.map(({ document }) => document),
  );
  const shown = new Set(made.map(({ card }) => card.productId));
  const waiting = sold.filter(({ product }) => !shown.has(product.id));
  await rememberWaiting(tx, waiting, now);
  await learn(
    tx,
    found.flatMap((one) => one.vocabulary),
  );
};

export type Named = { id: string; slug: string };

/** Says that products changed, to whoever keeps a copy. */
export const announceChange = async (tx: Db, changed: Named[]) => {
  const told = changed.map(({ id, slug }) => ({ productId: id, slug }));
  await publishAll(tx, outbox, "product.changed", told);
};

/** Products that one transaction makes anew besides what it is about. */
const atOnce = 200;

const remake = async (tx: Db, changed: Named[], now: Date) => {
  await refreshCards(
    tx,
    changed.map(({ id }) => id),
    now,
  );
  await announceChange(tx, changed);
};

/** Makes anew as many as one transaction takes of products that it has locked and marked as stale; the clock does the rest. */
export const refreshFirst = (tx: Db, locked: Named[], now: Date) =>
  remake(tx, locked.slice(0, atOnce), now);

/** Makes anew the cards whose price began or ended; returns how many products. */
export const refreshStale = (db: Db, now: Date) =>
  db.transaction(async (tx) => {
    const appearing = await tx
      .select({ id: products.id, slug: products.slug })
      .from(products)
      .where(lte(products.appearsAt, now))
      .limit(atOnce);
    const stale = await tx
      .selectDistinct({ id: products.id, slug: products.slug })
      .from(listings)
      .innerJoin(products, eq(products.id, listings.productId))
      .where(lte(listings.staleAt, now))
      .limit(atOnce);
    const changed = [...stale, ...appearing];
    await remake(tx, changed, now);
    return changed.length;
  });
