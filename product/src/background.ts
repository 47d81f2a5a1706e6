import type { Db } from "@jangteo/shared/database";
import type { Log } from "@jangteo/shared/log";
import { loop } from "@jangteo/shared/loop";
import { pruneOutbox } from "@jangteo/shared/outbox";
import { idempotency, inbox, outbox } from "@jangteo/shared/schema/product/schema";
import { pruneIdempotency } from "@jangteo/shared/stored-answers";

import { refreshStale } from "./cards.ts";
import { expireReservations } from "./expiring.ts";

const second = 1000;
const minute = 60 * second;

const clean = async (db: Db, now: Date) =>
  (await pruneIdempotency(db, idempotency, now)) + (await pruneOutbox(db, outbox, inbox, now));

/** What the clock brings about: prices that begin or end, holds that expire, and what nobody needs any more. */
export const startBackground = (db: Db, log: Log) => [
  loop(() => refreshStale(db, new Date()), 5 * second, log),
  loop(() => expireReservations(db, new Date()), second, log),
  loop(() => clean(db, new Date()), minute, log),
];
