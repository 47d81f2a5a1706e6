import type { Db } from "@jangteo/shared/database";
import { publish } from "@jangteo/shared/outbox";
import { AppError } from "@jangteo/shared/problem";
import { members, outbox } from "@jangteo/shared/schema/member";
import { arrayContains, asc, eq, sql, type SQL } from "drizzle-orm";

import { record } from "./audit.ts";
import { lockMember } from "./members.ts";

/** Null is the operator, who works beside the API. */
type Staff = { sub: string | null; roles: string[] };

const same = (one: string[], other: string[]) => one.toSorted().join() === other.toSorted().join();

/** A shop without an owner could not be given one. Locks all owners, in one order. */
export const requireAnotherOwner = async (db: Db, id: string) => {
  const owners = await db
    .select({ id: members.id })
    .from(members)
    .where(arrayContains(members.roles, ["owner"]))
    .orderBy(asc(members.id))
    .for("update");
  if (owners.length === 1 && owners[0]?.id === id)
    throw new AppError("conflict", "Somebody has to own the shop");
};

/** Gives a member exactly these roles, and ends the sessions that carry others. */
export const changeRoles = (db: Db, by: Staff, id: string, wanted: string[]) =>
  db.transaction(async (tx) => {
    const roles = [...new Set(wanted)];
    const gives = roles.includes("owner");
    if (!gives) await requireAnotherOwner(tx, id);
    const { roles: held, ...member } = await lockMember(tx, id);
    if (held.includes("owner") !== gives && !by.roles.includes("owner"))
      throw new AppError("forbidden", "Owners alone make owners");
    if (same(held, roles)) return { ...member, roles };
    const [changed] = await tx
      .update(members)
      .set({ roles, sessionEpoch: sql`${members.sessionEpoch} + 1`, updatedAt: sql`now()` })
      .where(eq(members.id, id))
      .returning({ memberId: members.id, epoch: members.sessionEpoch });
    await publish(tx, outbox, "member.session_epoch_bumped", changed);
    const action = "member.roles_changed";
    const details = { from: held, to: roles, ...(by.sub === null && { by: "operator" }) };
    await record(tx, { action, actor: by.sub, subject: id, details });
    return { ...member, roles };
  });

/** Who looked whom up is recorded. */
const lookUp = (db: Db, by: string, who: SQL) =>
  db.transaction(async (tx) => {
    const found = await tx.select().from(members).where(who);
    for (const { id } of found)
      await record(tx, { action: "member.looked_up", actor: by, subject: id });
    return found;
  });

/** The member with the address, or nobody. */
export const findByEmail = (db: Db, by: string, email: string) =>
  lookUp(db, by, eq(members.email, email));

export const findById = async (db: Db, by: string, id: string) => {
  const [found] = await lookUp(db, by, eq(members.id, id));
  if (!found) throw new AppError("not_found", "There is no such member");
  return found;
};
