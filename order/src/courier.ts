import type { Db } from "@jangteo/shared/database";
import { orders } from "@jangteo/shared/schema/order/orders";
import { eq } from "drizzle-orm";

import { callOff } from "./calling-off.ts";
import { compareMoney } from "./comparing.ts";
import { refund, restock, ship } from "./errand-runs.ts";
import { claimErrand, findErrandsOf, letGoOfErrand, type Errand } from "./errands.ts";
import { workOn } from "./leases.ts";
import type { OrderRow } from "./orders.ts";
import type { SagaParts } from "./steps.ts";

export type Run = (parts: SagaParts, errand: Errand, order: OrderRow) => Promise<void>;

const runs: Record<Errand["kind"], Run> = {
  cancel: callOff,
  compare: compareMoney,
  ...{ refund, ship, restock },
};

const orderOf = async (db: Db, { orderId }: Errand) => {
  const [order] = await db.select().from(orders).where(eq(orders.id, orderId));
  if (!order) throw new Error("an errand without its order");
  return order;
};

/** Milliseconds: soon at first, at last every ten minutes. */
const retryAfter = ({ fencing }: Errand) => Math.min(250 * 2 ** fencing, 600_000);

/**
 * Runs what was written down, at the other services. Each errand may be asked for again and happens
 * once: they know it by a key that is always the same. No transaction is open while they are asked.
 */
export const createCourier = (parts: SagaParts) => {
  const { db } = parts;
  const advance = (id: string) =>
    workOn(parts, {
      what: `Errand ${id}`,
      claim: () => claimErrand(parts, id),
      run: async (errand) => {
        await runs[errand.kind](parts, errand, await orderOf(db, errand));
      },
      letGo: (errand, dueAt) => letGoOfErrand(db, errand, dueAt),
      retryAfter,
    });
  /** Runs all that an order waits for. */
  const advanceOrder = async (orderId: string) => {
    for (const id of await findErrandsOf(db, orderId)) await advance(id);
  };
  return { advance, advanceOrder };
};
export type Courier = ReturnType<typeof createCourier>;
