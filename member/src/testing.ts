import { systemClock, type Clock } from "@jangteo/shared/clock";
import { testDatabase } from "@jangteo/shared/testing/database";
import { testTokens } from "@jangteo/shared/testing/tokens";
import { testClient } from "hono/testing";

import { createApp } from "./app.ts";
import { createOneTimeTokens } from "./one-time-tokens.ts";
import { createPasswords } from "./passwords.ts";

const secret = "a secret of the tests, long enough";

/** The member service on a database of its own, with ways to become a member of it. */
export const testMemberService = async (clock: Clock = systemClock) => {
  const { db, url } = await testDatabase("member");
  const tokens = await testTokens();
  const passwords = createPasswords(secret);
  const oneTime = createOneTimeTokens(secret);
  const lines: string[] = [];
  const app = createApp({
    db,
    rules: tokens.rules,
    passwords,
    tokens: oneTime,
    idempotencySecret: secret,
    clock,
    log: {
      info: () => {},
      warn: () => {},
      error: (message, fields) => void lines.push(JSON.stringify({ message, fields })),
    },
  });
  const client = testClient(app);
  return { app, db, url, tokens, passwords, oneTime, client, secret, errors: lines };
};

export const newKey = () => ({ "idempotency-key": crypto.randomUUID() });
export const newEmail = () => `${crypto.randomUUID()}@example.com`;
