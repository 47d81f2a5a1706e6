import { describeError } from "@jangteo/shared/log";
import { payments } from "@jangteo/shared/schema/payment/payments";
import { eq } from "drizzle-orm";

import type { Desk } from "./desk.ts";
import { derivedKey, ofThisHour } from "./ledger.ts";
import type { Charge, Provider } from "./providers/provider.ts";

/** How far back the providers' own lists are read, in milliseconds. */
const reach = 3 * 86_400_000;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether we would never take or give back this money: no payment of ours speaks of it. */
const isStrange = async ({ db }: Desk, { paymentId, ref, state }: Charge) => {
  const [row] = uuid.test(paymentId)
    ? await db.select().from(payments).where(eq(payments.id, paymentId))
    : [];
  if (!row) return true;
  if (row.providerRef !== null && row.providerRef !== ref) return true;
  const isOver = row.state === "failed" || row.state === "voided";
  return isOver && (state === "authorised" || state === "captured");
};

const giveBack = (desk: Desk, provider: Provider, charge: Charge) => {
  const { ref, paymentId, authorised: amount, captured, refunded } = charge;
  const known = { ref, paymentId, amount, captured, isOpen: false };
  const kind = charge.state === "captured" ? "refund" : "void";
  const key = derivedKey(desk, ref, kind, ofThisHour(desk));
  return provider[kind](known, { id: `stranger-${kind}`, key, amount: captured - refunded });
};

/** Gives back what a provider holds for this shop and no payment knows of; returns how much was strange. */
export const settleStrangers = async (desk: Desk) => {
  const since = new Date(desk.clock().getTime() - reach);
  const seen = { strange: 0 };
  for (const provider of Object.values(desk.providers)) {
    for (const charge of await provider.recent(since)) {
      if (!["pending", "authorised", "captured"].includes(charge.state)) continue;
      if (!(await isStrange(desk, charge))) continue;
      seen.strange += 1;
      try {
        const answer = await giveBack(desk, provider, charge);
        desk.log.warn("A charge that no payment knows was given back", {
          provider: provider.name,
          charge: charge.ref,
          ...("refused" in answer && { refused: answer.refused }),
        });
      } catch (error) {
        desk.log.warn("A strange charge could not be given back", {
          charge: charge.ref,
          ...describeError(error),
        });
      }
    }
  }
  return seen.strange;
};
