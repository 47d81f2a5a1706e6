import type { Db } from "@jangteo/shared/database";
import { AppError } from "@jangteo/shared/problem";
import { addresses } from "@jangteo/shared/schema/member";
import { and, count, desc, eq, ne, sql } from "drizzle-orm";

import { lockMember } from "./members.ts";

type Address = Omit<typeof addresses.$inferInsert, "id" | "memberId" | "createdAt">;
type Change = { [Field in keyof Address]?: Address[Field] | undefined };

const most = 50;

const own = (memberId: string, id: string) =>
  and(eq(addresses.id, id), eq(addresses.memberId, memberId));
const missing = () => new AppError("not_found", "You have no such address");

const clearDefault = (db: Db, memberId: string, except?: string) =>
  db
    .update(addresses)
    .set({ isDefault: false })
    .where(
      and(
        eq(addresses.memberId, memberId),
        eq(addresses.isDefault, true),
        except ? ne(addresses.id, except) : undefined,
      ),
    );

export const listAddresses = (db: Db, memberId: string) =>
  db
    .select()
    .from(addresses)
    .where(eq(addresses.memberId, memberId))
    .orderBy(desc(addresses.isDefault), desc(addresses.id));

export const addAddress = async (db: Db, memberId: string, address: Address) => {
  await lockMember(db, memberId);
  const [held] = await db
    .select({ number: count() })
    .from(addresses)
    .where(eq(addresses.memberId, memberId));
  const number = held?.number ?? 0;
  if (number >= most) throw new AppError("conflict", `You can keep ${most} addresses`);
  const isDefault = address.isDefault || number === 0;
  if (isDefault) await clearDefault(db, memberId);
  const [added] = await db
    .insert(addresses)
    .values({ ...address, memberId, isDefault })
    .returning();
  if (!added) throw new Error("insert returned no row");
  return added;
};

/** The default can be moved to another address, never just taken away. */
export const changeAddress = async (db: Db, memberId: string, id: string, change: Change) => {
  await lockMember(db, memberId);
  const { isDefault, ...fields } = change;
  if (isDefault) await clearDefault(db, memberId, id);
  const [changed] = await db
    .update(addresses)
    .set({ ...fields, isDefault: isDefault ? true : sql`${addresses.isDefault}` })
    .where(own(memberId, id))
    .returning();
  if (!changed) throw missing();
  return changed;
};

/** When the default goes, the newest of the others takes its place. */
export const removeAddress = (db: Db, memberId: string, id: string) =>
  db.transaction(async (tx) => {
    await lockMember(tx, memberId);
    const [removed] = await tx.delete(addresses).where(own(memberId, id)).returning();
    if (!removed) throw missing();
    if (!removed.isDefault) return;
    const [heir] = await listAddresses(tx, memberId);
    if (heir) await tx.update(addresses).set({ isDefault: true }).where(eq(addresses.id, heir.id));
  });
