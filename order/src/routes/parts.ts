import type { OpenAPIHono } from "@hono/zod-openapi";
import type { TokenReader } from "@jangteo/shared/auth";
import type { Clock } from "@jangteo/shared/clock";
import type { ServiceEnv } from "@jangteo/shared/context";
import type { Db } from "@jangteo/shared/database";
import { versionIn } from "@jangteo/shared/etag";
import type { createOnce } from "@jangteo/shared/idempotency";

import type { Catalogue } from "../catalogue.ts";
import type { Courier } from "../courier.ts";
import type { Saga } from "../saga.ts";

export type App = OpenAPIHono<ServiceEnv>;

/** What the routes are made with. */
export type Parts = ReturnType<typeof createOnce> & {
  db: Db;
  clock: Clock;
  catalogue: Catalogue;
  saga: Saga;
  courier: Courier;
  /** Reads a token that is not the caller's login. */
  readToken: TokenReader;
  /** The shop's own origin, to which payers come back. */
  shop: string;
};

export const etag = (version: number) => ({ etag: `"${version}"`, "cache-control": "no-store" });

/** The version in an If-Match, of a route that takes one. */
export const versionOf = (tag: string | undefined) =>
  tag === undefined ? undefined : versionIn(tag);

export const noStore = { "cache-control": "no-store" };
