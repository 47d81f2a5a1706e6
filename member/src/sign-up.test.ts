import { expect, test } from "bun:test";

import { members, outbox, signUps } from "@jangteo/shared/schema/member";
import { eq, sql } from "drizzle-orm";

import { newEmail, newKey, testMemberService } from "./testing.ts";

const now = { at: new Date() };
const { app, db, tokens, oneTime } = await testMemberService(() => now.at);

const post = async (path: string, body: unknown, headers: Record<string, string> = {}) =>
  app.request(path, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json", ...headers },
  });
const person = (email = newEmail()) => ({
  email,
  password: "correct horse battery",
  name: "민아",
  language: "ko",
});
const signUp = async (body: unknown, headers = newKey()) =>
  post("/v1/members", body, { ...(await tokens.guest()), ...headers });
const attemptsOf = (email: string) => db.select().from(signUps).where(eq(signUps.email, email));
const membersOf = (email: string) => db.select().from(members).where(eq(members.email, email));
const tokenOf = async (email: string) => {
  const [attempt] = await attemptsOf(email);
  return oneTime.issue("verify", attempt?.id ?? "");
};
const lettersAbout = (field: string, id: string) =>
  db
    .select({ type: outbox.type })
    .from(outbox)
    .where(sql`${outbox.payload} ->> ${field} = ${id}`);

test("a person signs up, follows the link, and is a member; the link works once", async () => {
  const wanted = person();
  expect((await signUp(wanted)).status).toBe(202);
  expect(await membersOf(wanted.email)).toEqual([]);
  const token = await tokenOf(wanted.email);
  const verified = await post("/v1/members/verifications", { token });
  expect(verified.status).toBe(200);
  expect(await verified.json()).toEqual({ email: wanted.email });
  expect((await membersOf(wanted.email)).length).toBe(1);
  const again = await post("/v1/members/verifications", { token });
  expect(again.status).toBe(400);
  expect(await again.json()).toMatchObject({ errors: [{ pointer: "/token", rule: "expired" }] });
});

test("a hundred parallel sign-ups with one key send one letter and make one member", async () => {
  const wanted = person();
  const headers = { ...(await tokens.guest()), ...newKey() };
  const replies = await Promise.all(
    Array.from({ length: 100 }, () => post("/v1/members", wanted, headers)),
  );
  const statuses = new Set(replies.map(({ status }) => status));
  expect([...statuses].every((status) => status === 202 || status === 409)).toBe(true);
  expect(statuses.has(202)).toBe(true);
  const attempts = await attemptsOf(wanted.email);
  expect(attempts.length).toBe(1);
  expect((await lettersAbout("signUpId", attempts[0]?.id ?? "")).length).toBe(1);
  await post("/v1/members/verifications", { token: await tokenOf(wanted.email) });
  expect((await membersOf(wanted.email)).length).toBe(1);
});

test("two links of one address, followed together, make one member", async () => {
  const wanted = person();
  await signUp(wanted);
  await signUp({ ...wanted, name: "Mina" });
  const links = (await attemptsOf(wanted.email)).map(({ id }) => oneTime.issue("verify", id));
  const replies = await Promise.all(
    links.map((token) => post("/v1/members/verifications", { token })),
  );
  expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 400]);
  expect((await membersOf(wanted.email)).length).toBe(1);
});

test("a known address gets the same answer as an unknown one, and a letter that says so", async () => {
  const wanted = person();
  const first = await signUp(wanted);
  await post("/v1/members/verifications", { token: await tokenOf(wanted.email) });
  const second = await signUp(wanted);
  expect(second.status).toBe(first.status);
  expect(await second.text()).toBe(await first.text());
  const [member] = await membersOf(wanted.email);
  expect(await lettersAbout("memberId", member?.id ?? "")).toEqual(
    expect.arrayContaining([{ type: "member.sign_up_repeated" }]),
  );
});

test("a mailbox is not flooded: three letters an hour", async () => {
  const wanted = person();
  for (const _ of Array(5)) expect((await signUp(wanted)).status).toBe(202);
  expect((await attemptsOf(wanted.email)).length).toBe(3);
  await post("/v1/members/verifications", { token: await tokenOf(wanted.email) });
  for (const _ of Array(5)) expect((await signUp(wanted)).status).toBe(202);
  const [member] = await membersOf(wanted.email);
  const reminders = (await lettersAbout("memberId", member?.id ?? "")).filter(
    ({ type }) => type === "member.sign_up_repeated",
  );
  expect(reminders.length).toBe(3);
});

test("a link is dead after a day", async () => {
  const wanted = person();
  await signUp(wanted);
  const token = await tokenOf(wanted.email);
  now.at = new Date(now.at.getTime() + 24 * 3_600_000 + 1000);
  const late = await post("/v1/members/verifications", { token });
  now.at = new Date();
  expect(late.status).toBe(400);
});

test("signing up takes a guest's token and an Idempotency-Key", async () => {
  expect((await post("/v1/members", person(), newKey())).status).toBe(401);
  const reply = await post("/v1/members", person(), await tokens.guest());
  expect(reply.status).toBe(400);
  expect(reply.headers.get("link")).toContain('rel="describedby"');
  expect(await reply.json()).toMatchObject({
    errors: [{ in: "header", pointer: "/idempotency-key" }],
  });
});

test("an address is one person's, however it is written", async () => {
  const email = newEmail();
  await signUp(person(email.toUpperCase()));
  expect((await attemptsOf(email)).length).toBe(1);
});
