import { isIPv6 } from "node:net";

import { z } from "@hono/zod-openapi";
import type { Db } from "@jangteo/shared/database";
import { timeOf } from "@jangteo/shared/id";
import { firstTime, type Event } from "@jangteo/shared/outbox";
import { inbox } from "@jangteo/shared/schema/member";

import { record } from "./audit.ts";

const auditConsumer = "audit";

const Payload = z.object({
  memberId: z.uuid(),
  sid: z.string().optional(),
  reason: z.string().optional(),
  newDevice: z.boolean().optional(),
  ipAddress: z.union([z.ipv4(), z.ipv6()]).optional(),
});

/** Whether the member proved to be the one who acted. */
const proven: Record<string, boolean> = {
  "auth.signed_in": true,
  "auth.stepped_up": true,
  "auth.session_ended": true,
  "auth.sign_in_failed": false,
  "auth.refresh_reused": false,
};

const groups = (part: string) => part.split(":").filter(Boolean);

const v6Groups = (address: string) => {
  const [head = "", tail] = address.split("::");
  if (tail === undefined) return groups(head);
  const missing = 8 - groups(head).length - groups(tail).length;
  return [...groups(head), ...Array<string>(Math.max(missing, 0)).fill("0"), ...groups(tail)];
};

/** The network of an address: /24, or /48 of IPv6. */
export const networkOf = (address: string) => {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  return isIPv6(plain)
    ? `${v6Groups(plain).slice(0, 3).join(":")}::/48`
    : `${plain.split(".").slice(0, 3).join(".")}.0/24`;
};

/** Takes over from auth what happened to a member's sessions; an event that comes twice counts once. */
export const recordSignInEvent = async (db: Db, event: Event) => {
  const known = proven[event.type];
  if (known === undefined) return;
  const { memberId, ipAddress, ...details } = Payload.parse(event.payload);
  await db.transaction(async (tx) => {
    if (!(await firstTime(tx, inbox, auditConsumer, event.id))) return;
    await record(tx, {
      at: timeOf(event.id),
      action: event.type,
      actor: known ? memberId : null,
      subject: memberId,
      network: ipAddress ? networkOf(ipAddress) : null,
      details,
    });
  });
};
