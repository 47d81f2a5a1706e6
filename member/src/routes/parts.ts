import type { OpenAPIHono } from "@hono/zod-openapi";
import type { TokenReader } from "@jangteo/shared/auth";
import type { Clock } from "@jangteo/shared/clock";
import type { ServiceEnv } from "@jangteo/shared/context";
import type { Db } from "@jangteo/shared/database";
import type { createOnce } from "@jangteo/shared/idempotency";

import type { SessionReader } from "../exports.ts";
import type { OneTimeTokens } from "../one-time-tokens.ts";
import type { Site } from "../passkey-challenges.ts";
import type { Passwords } from "../passwords.ts";
import type { Sealing } from "../sealing.ts";

export type App = OpenAPIHono<ServiceEnv>;

/** What the routes are made with. */
export type Parts = ReturnType<typeof createOnce> & {
  db: Db;
  passwords: Passwords;
  tokens: OneTimeTokens;
  sealing: Sealing;
  /** The site that passkeys are for. */
  site: Site;
  readSessions: SessionReader;
  /** Reads a token that is not the caller's login. */
  readToken: TokenReader;
  clock: Clock;
};

/** For answers that hold a secret. */
export const noStore = { "cache-control": "no-store" };
