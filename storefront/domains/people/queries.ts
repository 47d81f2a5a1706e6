import "server-only";
import type { Locale } from "../../i18n/routing";
import { readAsStaff, readIfMay } from "../admin/admission";
import { type AuditChoice, auditHref } from "./choice";

export const findMember = async (locale: Locale, id: string) => {
  const reply = await readAsStaff(locale, `/admin/members/${id}`, (staff) =>
    staff.members[":id"].roles.$get({ param: { id } }),
  );
  return reply?.status === 200 ? await reply.json() : null;
};
export type Person = NonNullable<Awaited<ReturnType<typeof findMember>>>;

/** What happened to accounts, the newest first; null while it cannot be read. */
export const listAudit = async (locale: Locale, choice: AuditChoice, limit = 50) => {
  const query = { ...choice, limit };
  const reply = await readAsStaff(locale, auditHref(choice), (staff) =>
    staff["audit-events"].$get({ query }),
  );
  return reply?.status === 200 ? await reply.json() : null;
};
type Audit = NonNullable<Awaited<ReturnType<typeof listAudit>>>;
export type AuditEvent = Audit["items"][number];

/** The last of what happened to one account, for those who may read it. */
export const readHistory = async (memberId: string) => {
  const query = { memberId, limit: 10 };
  const reply = await readIfMay((staff) => staff["audit-events"].$get({ query }));
  return reply?.status === 200 ? (await reply.json()).items : undefined;
};
