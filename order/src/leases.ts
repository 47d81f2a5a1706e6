import type { Clock } from "@jangteo/shared/clock";
import { describeError, type Log } from "@jangteo/shared/log";
import { AppError } from "@jangteo/shared/problem";
import { isNull, lt, or, type Column, type Placeholder } from "drizzle-orm";

/** Whether nobody is at work on a row, by its column of that. */
export const isFree = (leaseUntil: Column, now: Date | Placeholder) =>
  or(isNull(leaseUntil), lt(leaseUntil, now));

/** Somebody else is at work on the row, and this process must change nothing any more. */
export class LeaseLost extends Error {}

const isLater = (error: unknown) => error instanceof AppError && error.code === "unavailable";

/** Work that must be done once, on a row that a lease and a fencing token keep to one process. */
type Work<R, Done> = {
  /** What the log calls it. */
  what: string;
  /** Takes the row; undefined when somebody else is at it, or nothing is left to do. */
  claim: () => Promise<R | undefined>;
  /** Goes on as far as it goes now, and lays the row down. */
  run: (row: R) => Promise<Done>;
  /** Lays down what failed, until `dueAt`. */
  letGo: (row: R, dueAt: Date) => Promise<void>;
  /** Milliseconds until what failed is tried again. */
  retryAfter: (row: R) => number;
};

/**
 * What came of it; nothing when it failed, somebody else is at it, or nothing is left to do. It may be
 * killed anywhere: what it left is due again when its lease is over.
 */
export const workOn = async <R, Done>(
  { clock, log }: { clock: Clock; log: Log },
  work: Work<R, Done>,
) => {
  const later = (milliseconds: number) => new Date(clock().getTime() + milliseconds);
  const row = await work.claim();
  if (!row) return undefined;
  try {
    return await work.run(row);
  } catch (error) {
    if (error instanceof LeaseLost) return undefined;
    await work.letGo(row, later(work.retryAfter(row)));
    if (!isLater(error)) log.error(`${work.what} does not go on`, describeError(error));
    return undefined;
  }
};
