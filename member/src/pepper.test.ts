import { expect, test } from "bun:test";

import { members } from "@jangteo/shared/schema/member";
import { hash as argon2 } from "@node-rs/argon2";
import { eq } from "drizzle-orm";

import { verifyCredential, verifyPassword } from "./credentials.ts";
import { createPasswords } from "./passwords.ts";
import { testMemberService } from "./testing.ts";

const { db, join } = await testMemberService();

const [old, fresh] = [
  "the pepper of last year, long enough",
  "the pepper of this year, long enough",
];
const before = createPasswords(old);
const during = createPasswords(fresh, { previous: old });
const after = createPasswords(fresh);

const hashOf = async (id: string) => {
  const [member] = await db.select().from(members).where(eq(members.id, id));
  return member?.passwordHash ?? "";
};
const password = "correct horse battery";
const logIn = async (passwords: typeof before, email: string, tried = password) =>
  verifyCredential(db, passwords, { email, password: tried }).then(
    () => "in",
    () => "refused",
  );

test("a new pepper is brought in without anybody noticing: each login moves its hash", async () => {
  const [mover, stayer] = [
    await join({ passwordHash: await before.hash(password) }),
    await join({ passwordHash: await before.hash(password) }),
  ];
  expect(await logIn(during, mover.email, "not this one")).toBe("refused");
  expect(before.isStale(await hashOf(mover.id))).toBe(false);
  expect(await logIn(during, mover.email)).toBe("in");
  expect(await logIn(after, mover.email)).toBe("in");
  expect(await logIn(after, stayer.email)).toBe("refused");
  expect(await logIn(during, stayer.email)).toBe("in");
});

test("a hash of today's pepper and parameters stays as it is", async () => {
  const { id, email } = await join({ passwordHash: await during.hash(password) });
  const hash = await hashOf(id);
  expect(await logIn(during, email)).toBe("in");
  expect(await hashOf(id)).toBe(hash);
});

test("a hash of weaker parameters is made anew, also when the password is only confirmed", async () => {
  const strong = await before.hash(password);
  const [name = ""] = strong.split("$");
  const { createHmac } = await import("node:crypto");
  const peppered = createHmac("sha256", old).update(password).digest("base64url");
  const weak = name + (await argon2(peppered, { memoryCost: 8192, timeCost: 1, parallelism: 1 }));
  const { id } = await join({ passwordHash: weak });
  await verifyPassword(db, before, id, password);
  expect(await hashOf(id)).toContain("$m=19456,t=2,p=1$");
  await verifyPassword(db, before, id, password);
});

test("many logins at the moment of the change leave one good hash", async () => {
  const { id, email } = await join({ passwordHash: await before.hash(password) });
  const replies = await Promise.all(Array.from({ length: 8 }, () => logIn(during, email)));
  expect(new Set(replies)).toEqual(new Set(["in"]));
  expect(during.isStale(await hashOf(id))).toBe(false);
  expect(await logIn(after, email)).toBe("in");
});
