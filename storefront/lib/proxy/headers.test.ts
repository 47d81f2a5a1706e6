import { expect, test } from "bun:test";

import * as fc from "fast-check";

import { browserHeaders, ownLocation, upstreamHeaders } from "./headers";
import { upstreamUrl } from "./proxy";

const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/);
const secretive = fc.constantFrom(
  "authorization",
  "cookie",
  "proxy-authorization",
  "x-forwarded-for",
  "x-consumer-id",
  "host",
  "connection",
  "transfer-encoding",
);
const headers = fc
  .array(
    fc.tuple(fc.oneof(name, secretive), fc.constantFrom("theirs", "Bearer theirs", "sid=theirs")),
  )
  .map((pairs) => new Headers(pairs));

const sent = {
  requestId: "r",
  traceparent: "t",
  clientAddress: "203.0.113.7",
  publicOrigin: "https://shop.test",
};

test("a service hears of a browser only what is harmless, and who asks only from the shop", () => {
  fc.assert(
    fc.property(headers, fc.option(fc.constant("ours"), { nil: undefined }), (source, token) => {
      const told = upstreamHeaders(source, { ...sent, token });
      expect(told.get("authorization")).toBe(token ? "Bearer ours" : null);
      expect(told.get("x-forwarded-for")).toBe("203.0.113.7");
      for (const dropped of ["cookie", "host", "connection", "x-consumer-id", "transfer-encoding"])
        expect(told.has(dropped)).toBe(false);
    }),
  );
});

test("a browser gets no cookie and no token from a service, and a personal answer is not kept", () => {
  const source = new Headers({
    "content-type": "application/json",
    "set-cookie": "a=b",
    authorization: "Bearer x",
    server: "x",
    "cache-control": "public, max-age=60",
  });
  const told = browserHeaders(source, true);
  expect(Object.fromEntries(told)).toEqual({
    "cache-control": "private, no-store",
    "content-type": "application/json",
    "x-content-type-options": "nosniff",
  });
  expect(browserHeaders(source, false).get("cache-control")).toBe("public, max-age=60");
});

test("no path leads out of the published API", () => {
  const piece = fc.constantFrom(
    "members",
    "me",
    "..",
    ".",
    "",
    "%2e%2e",
    "@evil.test",
    "\\",
    ":",
    "?",
    "#",
    "a b",
    "internal",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), fc.string(), (pieces, search) => {
      const url = upstreamUrl("http://gateway.test:8000", `/${pieces.join("/")}`, search);
      if (!url) return;
      expect(url.origin).toBe("http://gateway.test:8000");
      expect(url.pathname).toMatch(/^\/v1\/[\w.~-]/);
    }),
  );
});

test("a place that a service names is told as a path of the shop, or not at all", () => {
  const upstream = new URL("http://gateway.test/v1/members/me/addresses");
  expect(ownLocation("/v1/members/me/addresses/1?x=1", upstream)).toBe(
    "/api/members/me/addresses/1?x=1",
  );
  expect(ownLocation("http://evil.test/v1/x", upstream)).toBeUndefined();
  expect(ownLocation("/internal/x", upstream)).toBeUndefined();
});
