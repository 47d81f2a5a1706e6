import { expect, test } from "bun:test";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import process from "node:process";
import { text } from "node:stream/consumers";

import { auditEvents, members } from "@jangteo/shared/schema/member";
import { eq } from "drizzle-orm";

import { testMemberService } from "./testing.ts";

const { db, url, join: signUp } = await testMemberService();

const grant = async (...args: string[]) => {
  const command = ["run", join(import.meta.dirname, "grant.ts"), ...args];
  const child = spawn(process.execPath, command, {
    env: { PATH: process.env["PATH"], DATABASE_URL: url },
  });
  const said = [text(child.stdout), text(child.stderr)];
  const [code] = await once(child, "exit");
  return { code, said: (await Promise.all(said)).join("") };
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
