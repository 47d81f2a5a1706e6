import { Buffer } from "node:buffer";
import { createHmac, timingSafeEqual } from "node:crypto";

/** One generation of a session's refresh token; `tag` is the hash tag of the member's keys. */
export type RefreshToken = { tag: string; sid: string; generation: number };

const pattern = /^v1\.([\w-]{16})\.([\w-]{22})\.([1-9]\d{0,9})\.([\w-]{43})$/;

const codeOf = (secret: string, { tag, sid, generation }: RefreshToken) =>
  createHmac("sha256", secret).update(`refresh|${tag}|${sid}|${generation}`).digest("base64url");

/** `v1.<tag>.<sid>.<generation>.<code>`: computed, never stored, so a repeated refresh gets the same. */
export const mintRefreshToken = (secret: string, token: RefreshToken) =>
  `v1.${token.tag}.${token.sid}.${token.generation}.${codeOf(secret, token)}`;

/** What a token of ours says; undefined for any other text. */
export const readRefreshToken = (secret: string, text: string): RefreshToken | undefined => {
  const [, tag, sid, generation, code] = pattern.exec(text) ?? [];
  if (!tag || !sid || !code) return undefined;
  const token = { tag, sid, generation: Number(generation) };
  const right = timingSafeEqual(Buffer.from(codeOf(secret, token)), Buffer.from(code));
  return right ? token : undefined;
};
