import type { Db } from "@jangteo/shared/database";
import { prepared } from "@jangteo/shared/prepared";
import { AppError } from "@jangteo/shared/problem";
import { members } from "@jangteo/shared/schema/member";
import { eq, sql } from "drizzle-orm";

type Editable = Pick<typeof members.$inferInsert, "name" | "language" | "telephone">;
type Change = { [Field in keyof Editable]?: Editable[Field] | undefined };

const missing = () => new AppError("not_found", "The member does not exist any more");

export const toMember = ({
  passwordChangedAt,
  createdAt,
  ...member
}: typeof members.$inferSelect) => ({
  ...member,
  passwordChangedAt: passwordChangedAt.toISOString(),
  createdAt: createdAt.toISOString(),
});

export const findMember = async (db: Db, id: string) => {
  const build = () =>
    db
      .select()
      .from(members)
      .where(eq(members.id, sql.placeholder("id")))
      .prepare("member");
  const [found] = await prepared(db, "member", build).execute({ id });
  if (!found) throw missing();
  return found;
};

/** One change at a time of what belongs to a member. */
export const lockMember = async (db: Db, id: string) => {
  const [found] = await db.select().from(members).where(eq(members.id, id)).for("update");
  if (!found) throw missing();
  return found;
};

export const changeMember = async (db: Db, id: string, change: Change) => {
  const [changed] = await db
    .update(members)
    .set({ ...change, updatedAt: sql`now()` })
    .where(eq(members.id, id))
    .returning();
  if (!changed) throw missing();
  return changed;
};
