import type { Clock } from "@jangteo/shared/clock";
import type { Db } from "@jangteo/shared/database";
import type { Log } from "@jangteo/shared/log";
import { loop } from "@jangteo/shared/loop";
import { pruneOutbox } from "@jangteo/shared/outbox";
import { idempotency, inbox, outbox } from "@jangteo/shared/schema/order/schema";
import { pruneIdempotency } from "@jangteo/shared/stored-answers";

import type { Courier } from "./courier.ts";
import { findDueErrands } from "./errands.ts";
import { forgetDue } from "./forgetting.ts";
import { forgetIdleCarts } from "./idle-carts.ts";
import { keepPromises } from "./merging.ts";
import { pruneLookups } from "./order-access.ts";
import type { Saga } from "./saga.ts";
import { findDue } from "./steps.ts";
import { cleanDeliveries } from "./webhooks/deliveries.ts";

const second = 1000;
const minute = 60 * second;

/** Together: a provider that is slow for one holds up nobody else. */
const goOnWith = async (due: string[], advance: (id: string) => Promise<unknown>) => {
  await Promise.all(due.map(advance));
  return due.length;
};

/** The recoverer: goes on with every checkout that nobody finished in time. */
export const recover = async (db: Db, saga: Saga, now: Date) =>
  goOnWith(await findDue(db, now), saga.advance);

/** Goes on with every errand that nobody finished in time. */
export const runErrands = async (db: Db, courier: Courier, now: Date) =>
  goOnWith(await findDueErrands(db, now), courier.advance);

const clean = async (db: Db, now: Date) =>
  (await pruneIdempotency(db, idempotency, now)) +
  (await pruneOutbox(db, outbox, inbox, now)) +
  (await forgetIdleCarts(db, now)) +
  (await pruneLookups(db, now)) +
  (await forgetDue(db, now)) +
  (await cleanDeliveries(db, now));

type Background = { db: Db; saga: Saga; courier: Courier; clock: Clock; log: Log };

/** What nobody asks for: checkouts and errands that were left, carts that were promised, and what nobody needs any more. */
export const startBackground = ({ db, saga, courier, clock, log }: Background) => [
  loop(() => recover(db, saga, clock()), second, log),
  loop(() => runErrands(db, courier, clock()), second, log),
  loop(() => keepPromises(db, clock()), second, log),
  loop(() => clean(db, clock()), minute, log),
];
