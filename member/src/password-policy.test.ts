import { expect, test } from "bun:test";

import { passwordResets } from "@jangteo/shared/schema/member";
import { eq } from "drizzle-orm";

import { newEmail, newKey, testMemberService } from "./testing.ts";

const { internal, join, oneTime, db, send, tokens } = await testMemberService();

const signUp = async (password: string, fields = {}) => {
  const body = { email: newEmail(), name: "김민아", language: "ko", ...fields, password };
  const reply = await send("POST", "/v1/members", { ...(await tokens.guest()), ...newKey() }, body);
  if (reply.status === 202) return "fine";
  const { errors } = (await reply.json()) as { errors: { pointer: string; rule: string }[] };
  return errors.map(({ pointer, rule }) => `${pointer} ${rule}`).join();
};

test.each([
  ["password1", "a common one"],
  ["PassWord1", "the same in other letters"],
  ["ｐａｓｓｗｏｒｄ１", "the same in wide letters"],
  ["iloveyou2024", "with a year behind"],
  ["aaaaaaaaaaaa", "one key"],
  ["1212121212", "two keys"],
  ["비밀번호1234", "a Korean one"],
  ["qlalfqjsgh", "a Korean one on the Latin layout"],
  ["ㅔㅁㄴㄴ재ㄱㅇ1", "a Latin one on the Korean layout"],
  ["jangteopassword", "the shop's name before a common one"],
])("%s is refused: %s", async (password) => {
  expect(await signUp(password)).toBe("/password common");
});

test.each([
  ["jangteo2026", {}],
  ["wkdxj!2026", {}],
  ["김민아12345", {}],
  ["rlaalsdk123", {}],
  ["mina.kim99", { email: `mina.kim@${crypto.randomUUID()}.example.com` }],
  ["Harriet!1", { name: "Harriet Vane", language: "en" }],
])(
  "%s is refused: it is the shop's name, or the person's, and little else",
  async (password, fields) => {
    expect(await signUp(password, fields)).toBe("/password context");
  },
);

test.each([
  "correct horse battery",
  "moon-jar-1280",
  "달항아리 위의 고양이",
  "jangteo sells such nice bowls",
  "x".repeat(64) + "abcdef",
  " leading and trailing ",
])("%s is fine: length counts, not kinds of signs", async (password) => {
  expect(await signUp(password)).toBe("fine");
});

test("seven characters are too few, 129 too many", async () => {
  expect(await signUp("k7-Pq_2")).toBe("/password too_small");
  expect(await signUp("moon-jar ".repeat(15).slice(0, 129))).toBe("/password too_big");
});

test("a change is held to the same, after the current password was right", async () => {
  const { call, password: currentPassword } = await join();
  const reply = await call("POST", "/v1/members/me/password-changes", {
    currentPassword,
    newPassword: "password1",
  });
  expect(await reply.json()).toMatchObject({
    status: 400,
    errors: [{ pointer: "/newPassword", rule: "common" }],
  });
});

test("a reset is held to the same, and its link still works afterwards", async () => {
  const { id, email } = await join();
  await send(
    "POST",
    "/v1/members/password-resets",
    { ...(await tokens.guest()), ...newKey() },
    { email },
  );
  const [reset] = await db.select().from(passwordResets).where(eq(passwordResets.memberId, id));
  const token = oneTime.issue("reset", reset?.id ?? "");
  const path = "/v1/members/password-resets/completions";
  const weak = await send("POST", path, {}, { token, password: "password1" });
  expect(await weak.json()).toMatchObject({ errors: [{ pointer: "/password", rule: "common" }] });
  const strong = { token, password: "a new and longer one" };
  expect((await send("POST", path, {}, strong)).status).toBe(204);
  const proof = { email, password: strong.password };
  expect((await internal("POST", "/credentials/verifications", proof)).status).toBe(200);
});
