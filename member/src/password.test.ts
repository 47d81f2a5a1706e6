import { expect, test } from "bun:test";

import { passwordResets } from "@jangteo/shared/schema/member";
import { eq } from "drizzle-orm";

import { newEmail, newKey, testMemberService } from "./testing.ts";

const now = { at: new Date() };
const { app, db, join, tokens, oneTime } = await testMemberService(() => now.at);

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  app.request(path, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json", ...headers },
  });
const check = async (email: string, password: string) =>
  post("/internal/credentials/verifications", { email, password }, await tokens.service("member"));
const forget = async (email: string) =>
  post("/v1/members/password-resets", { email }, { ...(await tokens.guest()), ...newKey() });
const resetTokensOf = async (memberId: string) =>
  (await db.select().from(passwordResets).where(eq(passwordResets.memberId, memberId))).map(
    ({ id }) => oneTime.issue("reset", id),
  );
const epochOf = async (id: string) => {
  const reply = await app.request(`/internal/members/${id}/session-epoch`, {
    headers: await tokens.service("member"),
  });
  return reply.json();
};

test("auth learns whose password it is, and nothing from a wrong one", async () => {
  const { id, email, password } = await join();
  const right = await check(email.toUpperCase(), password);
  expect(await right.json()).toEqual({
    memberId: id,
    epoch: 1,
    roles: [],
    language: "en",
    secondFactor: false,
    passkey: false,
  });
  const wrong = await check(email, "something else");
  const unknown = await check(newEmail(), "something else");
  expect([wrong.status, unknown.status]).toEqual([404, 404]);
  const ids = { requestId: expect.any(String), traceId: expect.any(String) };
  const title = "No such e-mail address and password";
  const problem = { type: "about:blank", title, status: 404, code: "not_found", ...ids };
  expect(await wrong.json()).toEqual(problem);
  expect(await unknown.json()).toEqual(problem);
});

test("only another service may ask, with a token meant for this one", async () => {
  const body = { email: newEmail(), password: "whatever it is" };
  const path = "/internal/credentials/verifications";
  expect((await post(path, body)).status).toBe(401);
  expect((await post(path, body, await tokens.member())).status).toBe(401);
  expect((await post(path, body, await tokens.service("product"))).status).toBe(401);
});

test("a forgotten password is replaced by the link of the mail, once, and every session ends", async () => {
  const { id, email, password } = await join();
  expect((await forget(email)).status).toBe(202);
  const [token] = await resetTokensOf(id);
  const body = { token, password: "a new and longer one" };
  const replies = await Promise.all(
    Array.from({ length: 5 }, async () => post("/v1/members/password-resets/completions", body)),
  );
  expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
    204, 400, 400, 400, 400,
  ]);
  expect((await check(email, password)).status).toBe(404);
  expect((await check(email, body.password)).status).toBe(200);
  expect(await epochOf(id)).toEqual({ epoch: 2, roles: [], secondFactor: false, passkey: false });
});

test("a forgotten unknown address gets the same answer", async () => {
  const reply = await forget(newEmail());
  expect([reply.status, await reply.text()]).toEqual([202, ""]);
});

test("a reset link is dead after ten minutes, and three an hour are sent", async () => {
  const { id, email } = await join();
  for (const _ of Array(4)) await forget(email);
  const links = await resetTokensOf(id);
  expect(links.length).toBe(3);
  now.at = new Date(now.at.getTime() + 10 * 60_000 + 1000);
  const body = { token: links[0], password: "a new and longer one" };
  const late = await post("/v1/members/password-resets/completions", body);
  now.at = new Date();
  expect(late.status).toBe(400);
});

const change = (id: string, body: unknown, key = newKey()) =>
  tokens
    .member(id)
    .then((headers) => post("/v1/members/me/password-changes", body, { ...headers, ...key }));

test("a member changes the password with the current one; a retry of it is answered the same", async () => {
  const { id, email, password } = await join();
  const body = { currentPassword: password, newPassword: "a new and longer one" };
  const key = newKey();
  expect((await change(id, body, key)).status).toBe(204);
  const again = await change(id, body, key);
  expect([again.status, again.headers.get("idempotency-replayed")]).toEqual([204, "true"]);
  expect(await epochOf(id)).toEqual({ epoch: 2, roles: [], secondFactor: false, passkey: false });
  expect((await check(email, body.newPassword)).status).toBe(200);
});

test("a wrong current password is refused by name, and is not remembered", async () => {
  const { id, password } = await join();
  const key = newKey();
  const wrong = { currentPassword: "not this one", newPassword: "a new and longer one" };
  const refused = await change(id, wrong, key);
  expect(refused.status).toBe(400);
  expect(await refused.json()).toMatchObject({ errors: [{ pointer: "/currentPassword" }] });
  expect((await change(id, { ...wrong, currentPassword: password }, key)).status).toBe(204);
});

test("two changes at the same time: one wins, the other is told", async () => {
  const { id, password } = await join();
  const replies = await Promise.all(
    ["the first new one", "the second new one"].map((newPassword) =>
      change(id, { currentPassword: password, newPassword }),
    ),
  );
  const statuses = replies.map(({ status }) => status).toSorted((a, b) => a - b);
  expect([
    [204, 400],
    [204, 409],
  ]).toContainEqual(statuses);
});
