import type { Db } from "@jangteo/shared/database";
import { loop } from "@jangteo/shared/loop";
import { pruneOutbox } from "@jangteo/shared/outbox";
import { idempotency, inbox, outbox } from "@jangteo/shared/schema/payment/schema";
import { pruneIdempotency } from "@jangteo/shared/stored-answers";

import type { Desk } from "./desk.ts";
import { completeOperations } from "./operations.ts";
import type { Orders } from "./orders.ts";
import { reconcile } from "./reconciler.ts";
import { settleStrangers } from "./strangers.ts";

const second = 1000;
const minute = 60 * second;

const clean = async (db: Db, now: Date) =>
  (await pruneIdempotency(db, idempotency, now)) + (await pruneOutbox(db, outbox, inbox, now));

/** A round whose work waits for the next one, however much there was. */
const unhurried = async (round: () => Promise<unknown>) => {
  await round();
  return 0;
};

type Options = {
  orders: Orders;
  /** Milliseconds between two looks at what nobody hears of. */
  every: number;
};

/** What nobody asks for: steps that were left are finished, every payment comes to its end. */
export const startBackground = (desk: Desk, { orders, every }: Options) => [
  loop(() => unhurried(() => completeOperations(desk)), Math.min(second, every), desk.log),
  loop(() => reconcile(desk, { orders, patience: 2 * every }), every, desk.log),
  loop(() => unhurried(() => settleStrangers(desk)), 5 * every, desk.log),
  loop(() => clean(desk.db, new Date()), minute, desk.log),
];
