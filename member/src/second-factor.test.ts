import { expect, test } from "bun:test";

import { passwordResets, recoveryCodes, secondFactors } from "@jangteo/shared/schema/member";
import { eq } from "drizzle-orm";

import { codeAt } from "./testing.ts";
import { testSecondFactor } from "./testing/second-factor.ts";

const {
  db,
  internal,
  join,
  sealing,
  send,
  oneTime,
  tokens,
  now,
  path,
  later,
  draw,
  confirm,
  enrolled,
  verify,
  statusOf,
} = await testSecondFactor();

test("an app counts once its first code is confirmed; then logging in asks for it", async () => {
  const member = await join();
  const drawn = await draw(member);
  expect(drawn.expiresIn).toBe(600);
  expect(drawn.otpauthUri).toContain(`secret=${drawn.secret}`);
  expect(await statusOf(member)).toEqual({ enrolled: false, recoveryCodesLeft: 0 });
  const { codes } = await enrolled(member);
  expect(codes.length).toBe(10);
  expect(new Set(codes).size).toBe(10);
  expect(await statusOf(member)).toEqual({ enrolled: true, recoveryCodesLeft: 10 });
  const { email, password } = member;
  const proof = await internal("POST", "/credentials/verifications", { email, password });
  expect(await proof.json()).toMatchObject({ secondFactor: true });
});

test("the secret and the codes are shown once, kept by no cache, and not readable in the database", async () => {
  const member = await join();
  const drawing = await member.call("POST", `${path}/enrolments`);
  expect([drawing.status, drawing.headers.get("cache-control")]).toEqual([201, "no-store"]);
  const { secret } = (await drawing.json()) as { secret: string };
  const reply = await confirm(member, codeAt(secret, now.at));
  expect(reply.headers.get("cache-control")).toBe("no-store");
  const { recoveryCodes: codes } = (await reply.json()) as { recoveryCodes: string[] };
  const [factor] = await db
    .select()
    .from(secondFactors)
    .where(eq(secondFactors.memberId, member.id));
  const rows = await db.select().from(recoveryCodes).where(eq(recoveryCodes.memberId, member.id));
  const stored = JSON.stringify([factor, rows]);
  for (const text of [secret, ...codes, ...codes.map((code) => code.replace("-", ""))])
    expect(stored).not.toContain(text);
});

test("a sealed secret opens for its own member only", async () => {
  const [one, other] = [await enrolled(), await enrolled()];
  const [factor] = await db
    .select()
    .from(secondFactors)
    .where(eq(secondFactors.memberId, one.member.id));
  expect(() => sealing.open(factor?.sealedSecret ?? "", other.member.id)).toThrow();
});

test("a wrong first code enrols nothing, and the right one still may come", async () => {
  const member = await join();
  const { secret } = await draw(member);
  const right = codeAt(secret, now.at);
  const wrong = await confirm(member, right === "000000" ? "000001" : "000000");
  expect(wrong.status).toBe(400);
  expect(await wrong.json()).toMatchObject({ errors: [{ pointer: "/code", rule: "wrong" }] });
  expect((await confirm(member, `${right.slice(0, 3)} ${right.slice(3)}`)).status).toBe(200);
});

test("an enrolment waits ten minutes, and only once for each secret", async () => {
  const member = await join();
  expect((await confirm(member, "123456")).status).toBe(409);
  const { secret } = await draw(member);
  later(601);
  expect((await confirm(member, codeAt(secret, now.at))).status).toBe(409);
  const again = await draw(member);
  const code = codeAt(again.secret, now.at);
  const replies = await Promise.all(Array.from({ length: 5 }, () => confirm(member, code)));
  expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
    200, 409, 409, 409, 409,
  ]);
});

test("an app is replaced by the next that is confirmed, and not before", async () => {
  const { member, secret } = await enrolled();
  const next = await draw(member);
  expect(await verify(member.id, codeAt(secret, now.at))).toBe("200 totp");
  await confirm(member, codeAt(next.secret, now.at));
  later(60);
  expect(await verify(member.id, codeAt(secret, now.at))).toBe("404 No such code");
  expect(await verify(member.id, codeAt(next.secret, now.at))).toBe("200 totp");
});

test("a member may do without again, and its codes are gone; staff may not", async () => {
  const { member, codes } = await enrolled();
  expect((await member.call("DELETE", path)).status).toBe(204);
  expect(await statusOf(member)).toEqual({ enrolled: false, recoveryCodesLeft: 0 });
  expect(await verify(member.id, codes[0] ?? "")).toBe("404 No such code");
  expect((await member.call("DELETE", path)).status).toBe(404);
  const staff = await enrolled(await join({ roles: ["support"] }));
  const refused = await staff.member.call("DELETE", path);
  expect([refused.status, await statusOf(staff.member)]).toMatchObject([403, { enrolled: true }]);
});

test("a reset of the password leaves the second factor where it is", async () => {
  const { member } = await enrolled();
  const { email } = member;
  const asked = { ...(await tokens.guest()), "idempotency-key": crypto.randomUUID() };
  expect((await send("POST", "/v1/members/password-resets", asked, { email })).status).toBe(202);
  const mine = eq(passwordResets.memberId, member.id);
  const [reset] = await db.select().from(passwordResets).where(mine);
  const token = oneTime.issue("reset", reset?.id ?? "");
  const password = "a new and longer one";
  const done = await send(
    "POST",
    "/v1/members/password-resets/completions",
    {},
    { token, password },
  );
  expect(done.status).toBe(204);
  const proof = await internal("POST", "/credentials/verifications", { email, password });
  expect(await proof.json()).toMatchObject({ secondFactor: true });
});

test("a guest has no second factor, an erased member has none any more", async () => {
  expect((await send("GET", path, {})).status).toBe(401);
  expect((await send("GET", path, await tokens.guest())).status).toBe(403);
  expect((await send("GET", path, await tokens.member())).status).toBe(404);
});
