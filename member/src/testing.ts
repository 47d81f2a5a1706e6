import type { TokenRules } from "@jangteo/shared/auth";
import { systemClock, type Clock } from "@jangteo/shared/clock";
import type { IsEnded } from "@jangteo/shared/denylist";
import { members } from "@jangteo/shared/schema/member";
import { testDatabase } from "@jangteo/shared/testing/database";
import { reached } from "@jangteo/shared/testing/server";
import { testTokens } from "@jangteo/shared/testing/tokens";
import { TOTP } from "otpauth";

import { createApp } from "./app.ts";
import type { SessionReader } from "./exports.ts";
import { createOneTimeTokens } from "./one-time-tokens.ts";
import { siteOf } from "./passkey-challenges.ts";
import { createPasswords } from "./passwords.ts";
import { createSealing } from "./sealing.ts";

/** Where the shop is, to people. */
export const shop = "https://shop.example";
const testSecret = "a secret of the tests, long enough";

type Options = {
  clock?: Clock;
  readSessions?: SessionReader;
  isEnded?: IsEnded;
  /** Where the keys of tokens come from, and who signs them. */
  rules?: TokenRules;
};

/** The member service on a database of its own, with ways to become a member of it. */
export const testMemberService = async (options: Clock | Options = systemClock) => {
  const {
    clock = systemClock,
    readSessions = async () => [],
    isEnded = async () => false,
    rules,
  } = typeof options === "function" ? { clock: options } : options;
  const { db, url, adminUrl } = await testDatabase("member");
  const tokens = await testTokens();
  const passwords = createPasswords(testSecret);
  const oneTime = createOneTimeTokens(testSecret);
  const sealing = createSealing(testSecret);
  const lines: string[] = [];
  const app = reached(
    createApp({
      db,
      rules: { ...(rules ?? tokens.rules), isEnded },
      passwords,
      tokens: oneTime,
      sealing,
      site: siteOf(shop),
      readSessions,
      idempotencySecret: testSecret,
      clock,
      log: {
        info: () => {},
        warn: () => {},
        error: (message, fields) => void lines.push(JSON.stringify({ message, fields })),
      },
    }),
  );

  const send = async (
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: unknown,
  ) =>
    app.request(path, {
      method,
      headers: { "content-type": "application/json", ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });

  /** A member, and requests as that member: freshly signed in, unless `claims` say otherwise. */
  const join = async (
    fields: Partial<typeof members.$inferInsert> & { password?: string } = {},
  ) => {
    const { password = "correct horse battery", ...row } = fields;
    const passwordHash = row.passwordHash ?? (await passwords.hash(password));
    const [member] = await db
      .insert(members)
      .values({ email: newEmail(), name: "Mina", language: "en", ...row, passwordHash })
      .returning();
    if (!member) throw new Error("insert returned no row");
    const call = async (
      method: string,
      path: string,
      body?: unknown,
      {
        key = newKey(),
        ...claims
      }: { key?: Record<string, string>; age?: number; sid?: string; scope?: string } = {},
    ) => {
      const token = await tokens.access({ sub: member.id, scope: "member", ...claims });
      return send(method, path, { authorization: `Bearer ${token}`, ...key }, body);
    };
    return { ...member, password, call };
  };
  /** A request of staff with these scopes. */
  const asStaff = async (
    scope: string,
    { roles = ["manager"], sub = crypto.randomUUID() }: { roles?: string[]; sub?: string } = {},
  ) => ({ authorization: `Bearer ${await tokens.access({ sub, roles, scope, acr: "2" })}` });
  const internal = async (method: string, path: string, body?: unknown) =>
    send(method, `/internal${path}`, await tokens.service("member"), body);

  return {
    ...{ app, db, url, adminUrl, tokens, passwords, oneTime, sealing, errors: lines },
    ...{ send, join, asStaff, internal },
  };
};
export type TestMember = Awaited<ReturnType<Awaited<ReturnType<typeof testMemberService>>["join"]>>;

export type PasskeyRegistration = {
  id: string;
  options: { challenge: string; user: { id: string; name: string } };
  expiresIn: number;
};

/** What an authenticator app shows for this secret at this time. */
export const codeAt = (base32: string, at: Date) =>
  new TOTP({ secret: base32, algorithm: "SHA1", digits: 6, period: 30 }).generate({
    timestamp: at.getTime(),
  });

/** Enrols an authenticator app; answers its secret and the recovery codes. */
export const enrolApp = async ({ call }: TestMember, at = new Date()) => {
  const path = "/v1/members/me/second-factor";
  const drawn = await call("POST", `${path}/enrolments`);
  const { secret } = (await drawn.json()) as { secret: string };
  const reply = await call("POST", `${path}/confirmations`, { code: codeAt(secret, at) });
  const { recoveryCodes } = (await reply.json()) as { recoveryCodes: string[] };
  return { secret, recoveryCodes };
};

export const newKey = () => ({ "idempotency-key": crypto.randomUUID() });
export const newEmail = () => `${crypto.randomUUID()}@example.com`;
