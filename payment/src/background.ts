import type { Db } from "@jangteo/shared/database";
import { pruneIdempotency } from "@jangteo/shared/idempotency";
import { pruneOutbox } from "@jangteo/shared/outbox";
import { idempotency, inbox, outbox } from "@jangteo/shared/schema/payment/schema";
import { loop } from "@jangteo/shared/stream";

import type { Desk } from "./desk.ts";
import { completeOperations } from "./operations.ts";

const second = 1000;
const minute = 60 * second;

const clean = async (db: Db, now: Date) =>
  (await pruneIdempotency(db, idempotency, now)) + (await pruneOutbox(db, outbox, inbox, now));

/** What nobody asks for: steps that were left are finished, and what nobody needs goes. */
export const startBackground = (desk: Desk) => [
  loop(() => completeOperations(desk), second, desk.log),
  loop(() => clean(desk.db, new Date()), minute, desk.log),
];
