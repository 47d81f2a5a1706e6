import type { Db } from "@jangteo/shared/database";
import { uuidv7 } from "@jangteo/shared/id";
import { publish } from "@jangteo/shared/outbox";
import { farewells, idempotency, members, outbox, signUps } from "@jangteo/shared/schema/member";
import { eq } from "drizzle-orm";

import { record } from "./audit.ts";
import type { ErasureReceipt } from "./contract.ts";
import { sealFarewell } from "./farewells.ts";
import { lockMember } from "./members.ts";
import { requireAnotherOwner } from "./roles.ts";
import type { Sealing } from "./sealing.ts";

/** Removes the person everywhere. What stays are security events, which hold ids only. */
export const eraseMember = (
  db: Db,
  sealing: Sealing,
  memberId: string,
  now: Date,
): Promise<ErasureReceipt> =>
  db.transaction(async (tx) => {
    await requireAnotherOwner(tx, memberId);
    const { email, name, language } = await lockMember(tx, memberId);
    // Addresses, links, the second factor, its codes, passkeys and wishlist go with the row.
    await tx.delete(members).where(eq(members.id, memberId));
    await tx.delete(signUps).where(eq(signUps.email, email));
    await tx.delete(idempotency).where(eq(idempotency.subject, memberId));
    const id = uuidv7(now.getTime());
    const farewell = sealFarewell(sealing, id, { email, name, language });
    await tx.insert(farewells).values({ ...farewell, createdAt: now });
    await publish(tx, outbox, "member.erased", { memberId, farewellId: id });
    await record(tx, { id, at: now, action: "member.erased", actor: memberId, subject: memberId });
    return {
      id,
      erasedAt: now.toISOString(),
      erased: [
        "account",
        "addresses",
        "password",
        "second_factor",
        "passkeys",
        "wishlist",
        "pending_links",
        "stored_answers",
        "sessions",
      ],
      kept: ["security_events"],
    };
  });
