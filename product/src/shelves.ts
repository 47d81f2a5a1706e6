import type { Db } from "@jangteo/shared/database";
import { publish } from "@jangteo/shared/outbox";
import { AppError } from "@jangteo/shared/problem";
import { products } from "@jangteo/shared/schema/product/catalogue";
import { outbox } from "@jangteo/shared/schema/product/schema";
import { asc, sql, type SQL } from "drizzle-orm";

import { refreshFirst, type Named } from "./cards.ts";

/** What a change was made on must be what is there. */
export const requireVersion = (row: { version: number }, version: number) => {
  if (row.version !== version)
    throw new AppError("precondition_failed", "It changed since; read it again");
};

/** The products of a condition, locked in the order in which everybody locks them. */
export const lockProducts = (tx: Db, condition: SQL): Promise<Named[]> =>
  tx
    .select({ id: products.id, slug: products.slug })
    .from(products)
    .where(condition)
    .orderBy(asc(products.id))
    .for("update");

/** What counts a change of a product that its shelf brought about. */
export const nextVersion = () => ({ version: sql`${products.version} + 1`, updatedAt: sql`now()` });

type Shelf = { kind: "category" | "collection"; slug: string };

/**
 * Makes the cards of these locked products anew, which were marked as stale: as many as one transaction takes
 * at once, the others by the clock. Whoever keeps a copy is told of the shelf, and of each product then.
 */
export const showShelf = async (tx: Db, { kind, slug }: Shelf, locked: Named[], now: Date) => {
  await refreshFirst(tx, locked, now);
  await publish(tx, outbox, `${kind}.changed`, { slug });
};
