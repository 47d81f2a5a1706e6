import process from "node:process";
import { json } from "node:stream/consumers";

import { z } from "@hono/zod-openapi";
import { language, text } from "@jangteo/shared/contract";
import { connect } from "@jangteo/shared/database";
import { readEnv, secret } from "@jangteo/shared/env";
import { members } from "@jangteo/shared/schema/member";

import { email } from "./contract.ts";
import { createPasswords } from "./passwords.ts";

/** Reads accounts as JSON from its input and makes members of those that are not there yet. */
const Account = z.strictObject({
  email,
  password: z.string().min(8),
  name: text(80),
  language,
  roles: z.array(z.string()).default([]),
});

const env = readEnv(z.object({ DATABASE_URL: z.url(), PASSWORD_PEPPER: secret }));
const accounts = z.array(Account).parse(await json(process.stdin));
const db = connect(env.DATABASE_URL, { max: 1 });
const passwords = createPasswords(env.PASSWORD_PEPPER);
const known = new Set(
  (await db.select({ email: members.email }).from(members)).map((m) => m.email),
);

for (const { password, ...account } of accounts.filter((one) => !known.has(one.email)))
  await db
    .insert(members)
    .values({ ...account, passwordHash: await passwords.hash(password) })
    .onConflictDoNothing();
await db.$client.end();
