import type { OpenAPIHono } from "@hono/zod-openapi";
import type { ServiceEnv } from "@jangteo/shared/context";
import type { createOnce } from "@jangteo/shared/idempotency";

import type { Desk } from "../desk.ts";

export type App = OpenAPIHono<ServiceEnv>;

/** What the routes are made with. */
export type Parts = ReturnType<typeof createOnce> & { desk: Desk };
