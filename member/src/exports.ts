import { serviceFetch, type Api, type Fetch } from "@jangteo/shared/client";
import type { Db } from "@jangteo/shared/database";
import { hc } from "hono/client";

import { listAddresses } from "./addresses.ts";
import { findAuditEventsAbout, record } from "./audit.ts";
import { Export } from "./contract.ts";
import { findPendingEmail } from "./email-changes.ts";
import { findEnrolledAt } from "./factors.ts";
import { findMember, toMember } from "./members.ts";
import { listPasskeys } from "./passkeys.ts";
import { findAllWishes } from "./wishlists.ts";

type AuthApi = Api<typeof import("@jangteo/auth/contract")>;
type Sessions = Export["sessions"];

const deadline = 1000;

/** Asks auth for the sessions of whoever this token is; null when auth does not answer. */
export const createSessionReader = (url: string, fetch?: Fetch) => {
  const { sessions } = hc<AuthApi>(url, { fetch: serviceFetch(deadline, fetch) }).v1;
  return async (authorization: string): Promise<Sessions> => {
    try {
      const reply = await sessions.$get({}, { headers: { authorization } });
      return reply.status === 200 ? (await reply.json()).items : null;
    } catch {
      return null;
    }
  };
};
export type SessionReader = ReturnType<typeof createSessionReader>;

/** Everything that is kept about a member, and nothing about anybody else. */
export const exportMember = async (
  db: Db,
  readSessions: SessionReader,
  { memberId, authorization }: { memberId: string; authorization: string },
  now: Date,
): Promise<Export> => {
  const member = await findMember(db, memberId);
  await record(db, { at: now, action: "member.exported", actor: memberId, subject: memberId });
  const enrolledAt = await findEnrolledAt(db, memberId);
  const sessions = await readSessions(authorization);
  return Export.parse({
    exportedAt: now.toISOString(),
    member: toMember(member),
    addresses: await listAddresses(db, memberId),
    pendingEmail: await findPendingEmail(db, memberId, now),
    secondFactor: enrolledAt && { enrolledAt: enrolledAt.toISOString() },
    passkeys: await listPasskeys(db, memberId),
    wishlist: await findAllWishes(db, memberId),
    sessions,
    securityEvents: await findAuditEventsAbout(db, memberId),
    notes: sessions ? [] : ["The sessions could not be read right now; export again later."],
  });
};
