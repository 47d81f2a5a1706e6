import { createHash, createHmac } from "node:crypto";

/**
 * Tokens for links in mails: 32 bytes derived from the row's id, so that the mail can be written
 * later and again, while the database keeps only their SHA-256.
 */
export const createOneTimeTokens = (secret: string) => ({
  issue: (purpose: "verify" | "reset" | "email", id: string) =>
    createHmac("sha256", secret).update(`${purpose}|${id}`).digest("base64url"),
});
export type OneTimeTokens = ReturnType<typeof createOneTimeTokens>;

export const hashToken = (token: string) => createHash("sha256").update(token).digest("base64url");
