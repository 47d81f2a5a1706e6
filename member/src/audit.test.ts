import { expect, test } from "bun:test";
import { join as inFolder } from "node:path";

import { uuidv7 } from "@jangteo/shared/id";
import { migrateService } from "@jangteo/shared/migrate";
import { auditEvents } from "@jangteo/shared/schema/member";
import { testPassword } from "@jangteo/shared/testing/postgres";
import { eq, sql } from "drizzle-orm";

import { record } from "./audit.ts";
import type { AuditEvent } from "./contract.ts";
import { networkOf, recordSignInEvent } from "./sign-in-events.ts";
import { enrolApp, newEmail, testMemberService } from "./testing.ts";

const { adminUrl, app, asStaff, db, internal, join, send, tokens } = await testMemberService();
// Migrating again grants anew; what may only be added to stays so.
await migrateService({
  adminUrl,
  service: "member",
  folder: inFolder(import.meta.dirname, "../drizzle"),
  password: testPassword,
});

type Page = { items: AuditEvent[]; next: string | null };
const read = async (query: string) => {
  const reply = await send("GET", `/v1/audit-events?${query}`, await asStaff("audit:read"));
  expect(reply.status).toBe(200);
  return reply.json() as Promise<Page>;
};
const actionsAbout = async (memberId: string) =>
  (await read(`memberId=${memberId}`)).items.map(({ action }) => action).toReversed();

test.each([
  ["changed", sql`update member.audit_events set action = 'nothing'`],
  ["deleted", sql`delete from member.audit_events`],
  ["emptied", sql`truncate member.audit_events`],
  ["replaced", sql`drop table member.audit_events`],
  ["hidden", sql`alter table member.audit_events rename to forgotten`],
])("what was recorded cannot be %s by the service", async (_what, statement) => {
  await record(db, { action: "member.joined", actor: null, subject: crypto.randomUUID() });
  const refusal = await db.execute(statement).then(
    () => undefined,
    (error: Error) => String(error.cause),
  );
  expect(refusal).toMatch(/permission denied|must be owner/);
});

test("each act about the safety of an account is recorded, with who did it", async () => {
  const member = await join();
  const { id, email, password, call } = member;
  const me = "/v1/members/me";
  const newPassword = "a new and longer one";
  await call("POST", `${me}/password-changes`, { currentPassword: password, newPassword });
  await call("POST", `${me}/email-changes`, { email: newEmail() });
  const { recoveryCodes } = await enrolApp(member);
  await internal("POST", `/members/${id}/second-factor/verifications`, { code: recoveryCodes[0] });
  await call("POST", `${me}/second-factor/recovery-codes`);
  await call("DELETE", `${me}/second-factor`);
  await internal("POST", `/members/${id}/session-epoch`);
  await call("GET", `${me}/export`);
  await call("DELETE", me);
  const { items } = await read(`memberId=${id}`);
  expect(items.map(({ action }) => action).toReversed()).toEqual([
    "member.password_changed",
    "member.email_change_requested",
    "member.second_factor_enabled",
    "member.recovery_code_used",
    "member.recovery_codes_replaced",
    "member.second_factor_disabled",
    "member.session_epoch_bumped",
    "member.exported",
    "member.erased",
  ]);
  expect(items.every(({ actor, subject }) => actor === id && subject === id)).toBe(true);
  expect(JSON.stringify(items)).not.toContain(email);
});

test("an act that was refused leaves no record", async () => {
  const { id, call } = await join();
  const body = { currentPassword: "not this one", newPassword: "a new and longer one" };
  expect((await call("POST", "/v1/members/me/password-changes", body)).status).toBe(400);
  expect(await actionsAbout(id)).toEqual([]);
});

test("pages come newest first, without a gap or a repeat, also while more is recorded", async () => {
  const subject = crypto.randomUUID();
  const add = () => record(db, { action: "member.joined", actor: null, subject });
  for (const _ of Array(7)) await add();
  const all = (await read(`memberId=${subject}`)).items.map(({ id }) => id);
  expect(all).toEqual(all.toSorted().toReversed());
  const seen: string[] = [];
  for (let after = ""; ;) {
    const { items, next } = await read(`memberId=${subject}&limit=3${after}`);
    seen.push(...items.map(({ id }) => id));
    await add();
    if (!next) break;
    after = `&after=${next}`;
  }
  expect(seen).toEqual(all);
});

test("the list is narrowed by member and by action", async () => {
  const [one, other] = [await join(), await join()];
  await internal("POST", `/members/${one.id}/session-epoch`);
  await record(db, { action: "member.joined", actor: one.id, subject: one.id });
  await internal("POST", `/members/${other.id}/session-epoch`);
  const { items } = await read(`memberId=${one.id}&action=member.session_epoch_bumped`);
  expect(items.map(({ subject, action }) => [subject, action])).toEqual([
    [one.id, "member.session_epoch_bumped"],
  ]);
});

test("only staff who may read the audit read it", async () => {
  const path = "/v1/audit-events";
  expect((await app.request(path)).status).toBe(401);
  expect((await send("GET", path, await tokens.guest())).status).toBe(403);
  expect((await send("GET", path, await tokens.member())).status).toBe(403);
  expect((await send("GET", path, await asStaff("staff orders:write"))).status).toBe(403);
});

test.each([
  ["limit=0", "/limit"],
  ["limit=101", "/limit"],
  ["after=yesterday", "/after"],
  ["memberId=mina", "/memberId"],
  ["action=DROP", "/action"],
  ["surprise=1", "/surprise"],
])("%s is refused by name", async (query, pointer) => {
  const reply = await send("GET", `/v1/audit-events?${query}`, await asStaff("audit:read"));
  expect(await reply.json()).toMatchObject({ status: 400, errors: [{ in: "query", pointer }] });
});

const signIn = (memberId: string, type = "auth.signed_in", more = {}) => ({
  id: uuidv7(),
  type,
  payload: { memberId, sid: "s1", userAgent: "x", ipAddress: "203.0.113.77", ...more },
  traceparent: null,
});

test("a sign-in that is told ten times at once is recorded once, when it happened", async () => {
  const { id } = await join();
  const event = {
    ...signIn(id, "auth.signed_in", { newDevice: true }),
    id: uuidv7(1_700_000_000_000),
  };
  await Promise.all(Array.from({ length: 10 }, () => recordSignInEvent(db, event)));
  const { items } = await read(`memberId=${id}`);
  expect(items).toMatchObject([
    {
      at: "2023-11-14T22:13:20.000Z",
      action: "auth.signed_in",
      actor: id,
      subject: id,
      network: "203.0.113.0/24",
      details: { sid: "s1", newDevice: true },
    },
  ]);
});

test("what somebody did who proved nothing is not laid to the member", async () => {
  const { id } = await join();
  await recordSignInEvent(db, signIn(id, "auth.sign_in_failed"));
  await recordSignInEvent(db, signIn(id, "auth.something_new"));
  const rows = await db.select().from(auditEvents).where(eq(auditEvents.subject, id));
  expect(rows.map(({ action, actor }) => [action, actor])).toEqual([["auth.sign_in_failed", null]]);
});

test.each([
  ["203.0.113.77", "203.0.113.0/24"],
  ["::ffff:203.0.113.77", "203.0.113.0/24"],
  ["2001:db8:85a3:8d3:1319:8a2e:370:7348", "2001:db8:85a3::/48"],
  ["2001:db8::1", "2001:db8:0::/48"],
  ["::1", "0:0:0::/48"],
])("%s is kept as %s: the network, not the machine", (address, network) => {
  expect(networkOf(address)).toBe(network);
});
