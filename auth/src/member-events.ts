import { z } from "@hono/zod-openapi";
import type { Event } from "@jangteo/shared/outbox";
import type { Redis } from "ioredis";

import type { Emit } from "./events.ts";
import { endAllSessions, endOlderSessions } from "./session-ends.ts";

const memberId = z.uuid();
const Erased = z.object({ memberId });
const NewEpoch = z.object({ memberId, epoch: z.int() });

const reasons = {
  "member.password_changed": "password_changed",
  "member.session_epoch_bumped": "epoch",
} as const;
const isNewEpoch = (type: string): type is keyof typeof reasons => Object.hasOwn(reasons, type);

/** Ends sessions when the member service says so. An event that comes twice finds none to end. */
export const createMemberEvents =
  (parts: { redis: Redis; emit: Emit }) =>
  async ({ type, payload }: Event) => {
    if (type === "member.erased")
      return endAllSessions(parts, Erased.parse(payload).memberId, "erased");
    if (!isNewEpoch(type)) return undefined;
    const { memberId: id, epoch } = NewEpoch.parse(payload);
    return endOlderSessions(parts, id, epoch, reasons[type]);
  };
