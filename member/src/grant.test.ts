import { expect, test } from "bun:test";
import { join } from "node:path";

import { auditEvents, members } from "@jangteo/shared/schema/member";
import { eq } from "drizzle-orm";

import { testMemberService } from "./testing.ts";

const { db, url, join: signUp } = await testMemberService();

const grant = async (...args: string[]) => {
  const command = [process.execPath, join(import.meta.dirname, "grant.ts"), ...args];
  const child = Bun.spawn(command, {
    env: { PATH: process.env["PATH"], DATABASE_URL: url },
    stdout: "pipe",
    stderr: "pipe",
  });
  const said =
    (await new Response(child.stdout).text()) + (await new Response(child.stderr).text());
  return { code: await child.exited, said };
};

test("the operator makes the first owner; the sessions of before end, and the audit says who did it", async () => {
  const { id, email } = await signUp();
  expect(await grant(email.toUpperCase(), "owner")).toEqual({ code: 0, said: `${email}: owner\n` });
  const [member] = await db.select().from(members).where(eq(members.id, id));
  expect(member).toMatchObject({ roles: ["owner"], sessionEpoch: 2 });
  const rows = await db.select().from(auditEvents).where(eq(auditEvents.subject, id));
  expect(rows).toMatchObject([
    { action: "member.roles_changed", actor: null, details: { by: "operator", to: ["owner"] } },
  ]);
});

test("an unknown address and a role that does not exist are refused by name", async () => {
  const { email } = await signUp();
  expect(await grant("nobody@example.com", "owner")).toMatchObject({
    code: 1,
    said: expect.stringContaining("nobody@example.com"),
  });
  const king = await grant(email, "king");
  expect(king.code).toBe(1);
  expect(king.said).toContain("roles");
  expect(king.said).not.toContain("at async");
});
