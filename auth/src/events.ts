import { uuidv7 } from "@jangteo/shared/id";
import { describeError, type Log } from "@jangteo/shared/log";
import { sendTo } from "@jangteo/shared/stream";
import { currentTrace, traceparent } from "@jangteo/shared/trace";
import type { Redis } from "ioredis";

/** Why a session ended before its time. */
export type Reason =
  | "signed_out"
  | "signed_out_elsewhere"
  | "signed_out_everywhere"
  | "replaced"
  | "revoked"
  | "reused"
  | "password_changed"
  | "epoch"
  | "erased";

type Of = { memberId: string; sid: string };
type Facts = {
  "auth.signed_in": Of & { userAgent: string; ipAddress: string; newDevice: boolean };
  "auth.sign_in_failed": { memberId: string };
  "auth.session_ended": Of & { reason: Reason };
  "auth.refresh_reused": Of;
  "auth.stepped_up": Of;
};

/** Tells the other services what happened, if it can: nobody is kept out because it cannot. */
export const createEvents = (redis: Redis, log: Log) => {
  const send = sendTo(redis, "auth");
  return async <T extends keyof Facts>(type: T, ...facts: Facts[T][]) => {
    if (facts.length === 0) return;
    const trace = currentTrace();
    const from = trace ? traceparent(trace) : null;
    const events = facts.map((payload) => ({ id: uuidv7(), type, payload, traceparent: from }));
    await send(events).catch((error: unknown) =>
      log.error("Events were not written", { event: type, ...describeError(error) }),
    );
  };
};
export type Emit = ReturnType<typeof createEvents>;
