import { expect, test } from "bun:test";

import { sql } from "drizzle-orm";

import { clean } from "./cleaning.ts";
import { newEmail, newKey, testMemberService } from "./testing.ts";

const { db, join, send, tokens } = await testMemberService();

const tables = ["sign_ups", "password_resets", "email_changes", "second_factor_enrolments"];
const kept = async () => {
  const counts = await Promise.all(
    [...tables, "farewells", "idempotency"].map(async (name) => {
      const [row] = await db.execute<{ rows: number }>(
        sql`select count(*)::int as rows from ${sql.identifier("member")}.${sql.identifier(name)}`,
      );
      return [name, (row?.rows ?? 0) > 0] as const;
    }),
  );
  return counts.filter(([, some]) => some).map(([name]) => name);
};
const minutesFromNow = (minutes: number) => new Date(Date.now() + minutes * 60_000);

test("links, waiting secrets, answers and last addresses are kept no longer than they are of use", async () => {
  const member = await join();
  const asGuest = async () => ({ ...(await tokens.guest()), ...newKey() });
  const person = { email: newEmail(), password: "moon-jar-1280", name: "Mina", language: "en" };
  await send("POST", "/v1/members", await asGuest(), person);
  await send("POST", "/v1/members/password-resets", await asGuest(), { email: member.email });
  await member.call("POST", "/v1/members/me/email-changes", { email: newEmail() });
  await member.call("POST", "/v1/members/me/second-factor/enrolments");
  await (await join()).call("DELETE", "/v1/members/me");
  const all = [...tables, "farewells", "idempotency"];
  await clean(db, minutesFromNow(9));
  expect(await kept()).toEqual(all);
  await clean(db, minutesFromNow(11));
  expect(await kept()).toEqual(["sign_ups", "email_changes", "farewells", "idempotency"]);
  await clean(db, minutesFromNow(24 * 60 + 1));
  expect(await kept()).toEqual([]);
});
