import { expect, test } from "bun:test";

import { uuidv7 } from "@jangteo/shared/id";
import type { Event } from "@jangteo/shared/outbox";
import { emailChanges, farewells, outbox } from "@jangteo/shared/schema/member";
import { softAuthenticator } from "@jangteo/shared/testing/authenticator";
import { testMailbox } from "@jangteo/shared/testing/mailbox";
import { eq, sql } from "drizzle-orm";

import { sendLetters } from "./mailer.ts";
import {
  enrolApp,
  newEmail,
  shop,
  type PasskeyRegistration,
  testMemberService,
} from "./testing.ts";

const { db, internal, join, oneTime, sealing, send } = await testMemberService();
const { transport, lettersTo } = await testMailbox();
const desk = {
  ...{ db, transport, sealing, tokens: oneTime },
  ...{ from: "Jangteo <shop@jangteo.example>", storefrontUrl: "http://localhost:3000" },
};
const deliver = (event: Event) => sendLetters(desk, event);
const deliverAbout = async (memberId: string) => {
  const events = await db
    .select()
    .from(outbox)
    .where(sql`${outbox.payload} ->> 'memberId' = ${memberId}`)
    .orderBy(outbox.id);
  for (const event of events) await deliver(event);
};
const subjectsTo = (email: string) => lettersTo(email).map(({ subject }) => subject);
const me = "/v1/members/me";
const hangul = /[가-힣]/;

/** Everything about the safety of an account, one after the other; returns the two addresses. */
const live = async (language: "ko" | "en") => {
  const name = language === "ko" ? "김민아" : "Mina Kim";
  const member = await join({ language, name });
  const { id, email, password, call } = member;
  const [code] = (await enrolApp(member)).recoveryCodes;
  await internal("POST", `/members/${id}/second-factor/verifications`, { code });
  await call("DELETE", `${me}/second-factor`);
  const key = softAuthenticator({ origin: shop });
  const begun = await call("POST", `${me}/passkeys/registrations`);
  const { id: registrationId, options } = (await begun.json()) as PasskeyRegistration;
  await call("POST", `${me}/passkeys`, { registrationId, name, response: key.create(options) });
  await call("DELETE", `${me}/passkeys/${key.id}`);
  const newPassword = "a new and longer one";
  await call("POST", `${me}/password-changes`, { currentPassword: password, newPassword });
  const next = newEmail();
  await call("POST", `${me}/email-changes`, { email: next });
  await deliverAbout(id);
  const [change] = await db.select().from(emailChanges).where(eq(emailChanges.memberId, id));
  const token = oneTime.issue("email", change?.id ?? "");
  expect(lettersTo(next)[0]?.text).toContain(
    `http://localhost:3000/${language}/email?token=${token}`,
  );
  await send("POST", "/v1/members/email-changes/completions", {}, { token });
  const signIn = { memberId: id, sid: "s", newDevice: true, ipAddress: "203.0.113.77" };
  const userAgent =
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) <b>call 555</b> Version/18 Safari/605";
  const event = { id: uuidv7(), type: "auth.signed_in", traceparent: null };
  await deliver({ ...event, payload: { ...signIn, userAgent } });
  await deliver({ ...event, id: uuidv7(), payload: { ...signIn, userAgent, newDevice: false } });
  await call("DELETE", me);
  await deliverAbout(id);
  await deliverAbout(id);
  return { name, email, next };
};

test("every act about the safety of an account is told, in English", async () => {
  const { name, email, next } = await live("en");
  expect(subjectsTo(email)).toEqual([
    "Jangteo: your second factor is on",
    "Jangteo: a recovery code was used",
    "Jangteo: your second factor is off",
    "Jangteo: a passkey was added",
    "Jangteo: a passkey was removed",
    "Jangteo: your password was changed",
    "Jangteo: a change of your e-mail address was asked for",
  ]);
  expect(subjectsTo(next)).toEqual([
    "Jangteo: confirm your new e-mail address",
    "Jangteo: a new device signed in",
    "Jangteo: your account was erased",
  ]);
  for (const { text } of [...lettersTo(email), ...lettersTo(next)]) {
    expect(text).toStartWith(`Dear ${name},`);
    expect(text).not.toMatch(hangul);
  }
});

test("and in Korean", async () => {
  const { name, email, next } = await live("ko");
  expect(subjectsTo(email).length).toBe(7);
  expect(subjectsTo(next).length).toBe(3);
  for (const { subject, text } of [...lettersTo(email), ...lettersTo(next)]) {
    expect(subject).toMatch(hangul);
    expect(text).toStartWith(`${name} 님께`);
  }
});

test("a changed address is told to both mailboxes", async () => {
  const member = await join();
  const next = newEmail();
  await member.call("POST", `${me}/email-changes`, { email: next });
  const [change] = await db.select().from(emailChanges).where(eq(emailChanges.memberId, member.id));
  const token = oneTime.issue("email", change?.id ?? "");
  await send("POST", "/v1/members/email-changes/completions", {}, { token });
  await deliverAbout(member.id);
  const told = "Jangteo: your e-mail address was changed";
  expect([subjectsTo(member.email), subjectsTo(next)]).toEqual([
    expect.arrayContaining([told]),
    expect.arrayContaining([told]),
  ]);
});

test("a taken address is told so, without a link that moves anything; the old mailbox hears the same", async () => {
  const [member, holder] = [await join(), await join({ language: "ko", name: "지훈" })];
  await member.call("POST", `${me}/email-changes`, { email: holder.email });
  await deliverAbout(member.id);
  const [letter] = lettersTo(holder.email);
  expect(letter?.subject).toBe("장터: 이 주소에는 이미 계정이 있습니다");
  expect(letter?.text).not.toContain("token");
  expect(letter?.text).not.toContain(member.name);
  expect(subjectsTo(member.email)).toEqual([
    "Jangteo: a change of your e-mail address was asked for",
  ]);
});

test("the letter about a new device names it in words of the shop, never in those of the caller", async () => {
  const { id, email } = await join();
  const userAgent = "Mozilla/5.0 (Windows NT 10.0) Chrome/140 <a href='//evil.example'>call us</a>";
  const payload = { memberId: id, sid: "s", newDevice: true, ipAddress: "2001:db8::1", userAgent };
  await deliver({ id: uuidv7(), type: "auth.signed_in", traceparent: null, payload });
  const [letter] = lettersTo(email);
  expect(letter?.text).toContain("Device: Chrome, Windows");
  expect(letter?.text).toContain("IP address: 2001:db8::1");
  expect(`${letter?.text}${String(letter?.html)}`).not.toContain("evil");
});

test("the last letter goes out though the account is gone; then the address is forgotten", async () => {
  const { id, email, call } = await join();
  await call("DELETE", me);
  const waiting = await db.select().from(farewells);
  expect(JSON.stringify(waiting)).not.toContain(email);
  await deliverAbout(id);
  expect(subjectsTo(email)).toEqual(["Jangteo: your account was erased"]);
  const left = await db.select().from(farewells);
  expect(left.length).toBe(waiting.length - 1);
});

test("letters that are sent again after a crash carry the same Message-IDs", async () => {
  const { id, email, call } = await join();
  await call("POST", `${me}/email-changes`, { email: newEmail() });
  const [event] = await db
    .select()
    .from(outbox)
    .where(sql`${outbox.payload} ->> 'memberId' = ${id}`);
  if (!event) throw new Error("no event");
  await Promise.all([deliver(event), deliver(event)]);
  const ids = lettersTo(email).map(({ messageId }) => messageId);
  expect(ids.length).toBe(2);
  expect(new Set(ids).size).toBe(1);
  await deliver(event);
  expect(lettersTo(email).length).toBe(2);
});
