import { z } from "@hono/zod-openapi";
import { language } from "@jangteo/shared/contract";
import type { Db } from "@jangteo/shared/database";
import { farewells } from "@jangteo/shared/schema/member";
import { eq } from "drizzle-orm";

import type { Sealing } from "./sealing.ts";

const Recipient = z.object({ email: z.string(), name: z.string(), language });
type Recipient = z.infer<typeof Recipient>;

const contextOf = (id: string) => `farewell ${id}`;

/** Where the last letter goes, readable by the one who sends it. */
export const sealFarewell = (sealing: Sealing, id: string, recipient: Recipient) => ({
  id,
  sealedRecipient: sealing.seal(JSON.stringify(recipient), contextOf(id)),
});

export const findFarewell = async (db: Db, sealing: Sealing, id: string) => {
  const [found] = await db.select().from(farewells).where(eq(farewells.id, id));
  if (!found) return undefined;
  return Recipient.parse(JSON.parse(sealing.open(found.sealedRecipient, contextOf(id))));
};

export const forgetFarewell = async (db: Db, id: string) => {
  await db.delete(farewells).where(eq(farewells.id, id));
};
