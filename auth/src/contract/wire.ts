import { z } from "@hono/zod-openapi";

/** RFC 6749, section 5.1. Lives are seconds. */
export const TokenSet = z
  .object({
    access_token: z.string(),
    token_type: z.literal("Bearer"),
    expires_in: z.int(),
    scope: z.string(),
    /** Of a token exchange (RFC 8693, section 2.2.1). */
    issued_token_type: z.string().optional(),
    refresh_token: z.string().optional(),
    refresh_expires_in: z.int().optional(),
  })
  .openapi("TokenSet");
export type TokenSet = z.infer<typeof TokenSet>;
