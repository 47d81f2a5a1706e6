import { expect, test } from "bun:test";

import { emailChanges, passwordResets } from "@jangteo/shared/schema/member";
import { and, desc, eq } from "drizzle-orm";

import { newEmail, newKey, testMemberService, type TestMember } from "./testing.ts";

const now = { at: new Date() };
const { db, internal, join, oneTime, send, tokens } = await testMemberService(() => now.at);

const ask = ({ call }: TestMember, email: string, key = newKey()) =>
  call("POST", "/v1/members/me/email-changes", { email }, { key });
const linkTo = async ({ id }: TestMember, email: string) => {
  const mine = and(eq(emailChanges.memberId, id), eq(emailChanges.email, email));
  const [newest] = await db.select().from(emailChanges).where(mine).orderBy(desc(emailChanges.id));
  return oneTime.issue("email", newest?.id ?? "");
};
const follow = (token: string) =>
  send("POST", "/v1/members/email-changes/completions", {}, { token });
const emailOf = async ({ call }: TestMember) =>
  ((await (await call("GET", "/v1/members/me")).json()) as { email: string }).email;
const linksOf = ({ id }: TestMember) =>
  db.select().from(emailChanges).where(eq(emailChanges.memberId, id));

test("the link in the new mailbox moves the account, once; the password stays", async () => {
  const member = await join();
  const email = newEmail();
  const asked = await ask(member, email.toUpperCase());
  expect([asked.status, await asked.text()]).toEqual([202, ""]);
  expect(await emailOf(member)).toBe(member.email);
  const token = await linkTo(member, email);
  const replies = await Promise.all(Array.from({ length: 5 }, () => follow(token)));
  expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
    200, 400, 400, 400, 400,
  ]);
  const done = replies.find(({ status }) => status === 200);
  expect(await done?.json()).toEqual({ email });
  const { password } = member;
  const proof = await internal("POST", "/credentials/verifications", { email, password });
  expect(proof.status).toBe(200);
  const old = await internal("POST", "/credentials/verifications", {
    ...{ email: member.email, password },
  });
  expect(old.status).toBe(404);
});

test("a taken address gets the same answer, and its link moves nothing", async () => {
  const [member, holder] = [await join(), await join()];
  const asked = await ask(member, holder.email);
  expect([asked.status, await asked.text()]).toEqual([202, ""]);
  const reply = await follow(await linkTo(member, holder.email));
  expect(await reply.json()).toMatchObject({ errors: [{ pointer: "/token", rule: "expired" }] });
  expect([await emailOf(member), await emailOf(holder)]).toEqual([member.email, holder.email]);
});

test("two members who want the same free address: one gets it", async () => {
  const [one, other] = [await join(), await join()];
  const email = newEmail();
  await Promise.all([ask(one, email), ask(other, email)]);
  const links = [await linkTo(one, email), await linkTo(other, email)];
  const replies = await Promise.all(links.map(follow));
  expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 400]);
});

test("only the newest link counts, for a day", async () => {
  const member = await join();
  const [first, second] = [newEmail(), newEmail()];
  await ask(member, first);
  await ask(member, second);
  expect((await follow(await linkTo(member, first))).status).toBe(400);
  const token = await linkTo(member, second);
  now.at = new Date(now.at.getTime() + 24 * 3_600_000 + 1000);
  const late = await follow(token);
  now.at = new Date();
  expect(late.status).toBe(400);
  expect((await follow(token)).status).toBe(200);
});

test("a change of the password makes the link useless: whoever asked for it is locked out", async () => {
  const member = await join();
  const email = newEmail();
  await ask(member, email);
  const body = { currentPassword: member.password, newPassword: "a new and longer one" };
  expect((await member.call("POST", "/v1/members/me/password-changes", body)).status).toBe(204);
  expect((await follow(await linkTo(member, email))).status).toBe(400);
});

test("links to a new password that went to the old mailbox stop working", async () => {
  const member = await join();
  const email = newEmail();
  const asked = { ...(await tokens.guest()), ...newKey() };
  await send("POST", "/v1/members/password-resets", asked, { email: member.email });
  await ask(member, email);
  await follow(await linkTo(member, email));
  const left = await db.select().from(passwordResets).where(eq(passwordResets.memberId, member.id));
  expect(left).toEqual([]);
});

test("one's own address is refused by name; a retry with one key sends one letter; three an hour", async () => {
  const member = await join();
  const same = await ask(member, member.email);
  expect(await same.json()).toMatchObject({ errors: [{ pointer: "/email", rule: "unchanged" }] });
  const [email, key] = [newEmail(), newKey()];
  await ask(member, email, key);
  const again = await ask(member, email, key);
  expect([again.status, again.headers.get("idempotency-replayed")]).toEqual([202, "true"]);
  expect((await linksOf(member)).length).toBe(1);
  for (const _ of Array(4)) expect((await ask(member, newEmail())).status).toBe(202);
  expect((await linksOf(member)).length).toBe(3);
});

test("an account that is gone can ask for nothing", async () => {
  const headers = { ...(await tokens.member()), ...newKey() };
  const reply = await send("POST", "/v1/members/me/email-changes", headers, { email: newEmail() });
  expect(reply.status).toBe(404);
});
