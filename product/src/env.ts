import { z } from "@hono/zod-openapi";
import { listening, readEnv } from "@jangteo/shared/env";

export const env = readEnv(z.object({ ...listening(5100), DATABASE_URL: z.url() }));
