import { expect, test } from "bun:test";

import * as fc from "fast-check";

import { safePath } from "./redirect";

const nasty = fc
  .array(
    fc.constantFrom(
      "/",
      "\\",
      ".",
      "..",
      "@",
      ":",
      "?",
      "#",
      "%2f",
      "\t",
      "\n",
      "\0",
      " ",
      "evil.test",
      "http:",
      "ko",
    ),
    {
      maxLength: 8,
    },
  )
  .map((parts) => parts.join(""));

test("a login link never sends a shopper to another site", () => {
  const shop = "https://shop.test";
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), nasty, fc.webUrl()), (wanted) => {
      const path = safePath(wanted);
      expect(path).toMatch(/^\/(?![/\\])\P{Cc}*$/u);
      expect(new URL(path, shop).origin).toBe(shop);
      expect(safePath(path)).toBe(path);
    }),
    { numRuns: 3000 },
  );
});

test("a path of the shop is kept with its query", () => {
  expect(safePath("/ko/account?saved=1#top")).toBe("/ko/account?saved=1#top");
});

test.each([
  ["//evil.test"],
  ["/\\evil.test"],
  ["https://evil.test/"],
  ["/%09/evil.test\t"],
  ["/.//evil.test"],
  ["javascript:alert(1)"],
  [""],
  [undefined],
  [["/ko"]],
])("%p leads home", (wanted) => {
  expect(safePath(wanted)).toBe("/");
});
