import { readCookie } from "./session/cookies";

/** Pages that say nothing about their visitor, and that a browser may show again without a connection. */
const isPublic = (path: string) =>
  /^\/(?:ko|en)(?:\/(?:products|categories|collections)(?:\/[^/]+)?|\/developers|\/offline)?$/.test(
    path,
  );

/**
 * `Cache-Control` of a page. Every use asks the shop first. What a visitor with a cookie of theirs sees may
 * be theirs alone (`private`); all else stays as Next has it: never stored.
 */
export const cachingOf = (path: string, cookies: string | null, secure: boolean) => {
  if (!isPublic(path)) return undefined;
  const known = (["session", "guest"] as const).some(
    (purpose) => readCookie(cookies, purpose, secure) !== undefined,
  );
  return known ? "private, no-cache" : "no-cache";
};

/** Whether the browser's worker asks, which keeps pages for later, by its `Accept`. */
export const isCopy = (accepted: string | null | undefined) => accepted === "text/html";
