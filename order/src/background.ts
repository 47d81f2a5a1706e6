import type { Clock } from "@jangteo/shared/clock";
import type { Db } from "@jangteo/shared/database";
import { pruneIdempotency } from "@jangteo/shared/idempotency";
import type { Log } from "@jangteo/shared/log";
import { pruneOutbox } from "@jangteo/shared/outbox";
import { idempotency, inbox, outbox } from "@jangteo/shared/schema/order/schema";
import { loop } from "@jangteo/shared/stream";

import { forgetIdleCarts } from "./idle-carts.ts";
import { keepPromises } from "./merging.ts";
import type { Saga } from "./saga.ts";
import { findDue } from "./steps.ts";

const second = 1000;
const minute = 60 * second;

/** The recoverer: goes on with every checkout that nobody finished in time. */
export const recover = async (db: Db, saga: Saga, now: Date) => {
  const due = await findDue(db, now);
  // Together: a provider that is slow for one holds up nobody else.
  await Promise.all(due.map((id) => saga.advance(id)));
  return due.length;
};

const clean = async (db: Db, now: Date) =>
  (await pruneIdempotency(db, idempotency, now)) +
  (await pruneOutbox(db, outbox, inbox, now)) +
  (await forgetIdleCarts(db, now));

/** What nobody asks for: checkouts that were left, carts that were promised, and what nobody needs any more. */
export const startBackground = (db: Db, saga: Saga, clock: Clock, log: Log) => [
  loop(() => recover(db, saga, clock()), second, log),
  loop(() => keepPromises(db, clock()), second, log),
  loop(() => clean(db, clock()), minute, log),
];
