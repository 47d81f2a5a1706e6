import { expect, test } from "bun:test";

import { readAnswer } from "./answers";

const problem = (status: number, code: string, rule?: string, headers = {}) =>
  readAnswer(
    Response.json(
      { status, code, ...(rule && { errors: [{ in: "body", pointer: "", rule, detail: "" }] }) },
      { status, headers },
    ),
  );

test.each([
  [409, "conflict", "sold_out", "sold_out"],
  [409, "conflict", "out_of_stock", "out_of_stock"],
  [409, "conflict", "too_many", "too_many"],
  [409, "conflict", "too_many_lines", "too_many_lines"],
  [409, "conflict", "checking_out", "checking_out"],
  [409, "conflict", "not_combinable", "not_combinable"],
  [409, "conflict", undefined, "refused"],
  [404, "not_found", "unknown", "gone"],
  [412, "precondition_failed", undefined, "changed"],
  [400, "invalid", "some_rule", "refused"],
  [422, "key_reused", undefined, "refused"],
] as const)("%p %s because of %p is told as %s", async (status, code, rule, trouble) => {
  expect(await problem(status, code, rule)).toEqual({ kind: "refused", trouble });
});

test.each([
  [409, "in_flight"],
  [429, "rate_limited"],
  [500, "internal"],
  [502, "unavailable"],
  [503, "unavailable"],
  [504, "unavailable"],
] as const)(
  "%p %s is asked again later, as the same request, after as long as the shop says",
  async (status, code) => {
    expect(await problem(status, code)).toEqual({ kind: "later", after: null });
    expect(await problem(status, code, undefined, { "retry-after": "7" })).toEqual({
      kind: "later",
      after: 7,
    });
  },
);

test("an error page that is no problem document is asked again as well", async () => {
  const page = new Response("<h1>Bad gateway</h1>", { status: 502 });
  expect(await readAnswer(page)).toEqual({ kind: "later", after: null });
});
