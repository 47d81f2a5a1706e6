import { expect, test } from "bun:test";

import { bearer } from "../testing/keys.ts";
import { echoOf, expectProblem, stand } from "../testing/stand.ts";

const { ask, bytes, calls } = await stand();

test.each([
  ["an unknown path", "GET", "/nope"],
  ["a path that only starts like a route", "GET", "/v1/productsx"],
  ["a trailing slash", "GET", "/v1/products/"],
  ["another case", "GET", "/V1/products"],
  ["a wrong method", "PUT", "/v1/categories"],
  ["HEAD, which GET does not imply", "HEAD", "/v1/products"],
  ["a bar, which separates the parts of a cache key", "GET", "/v1/products/a|b"],
  ["a service's own pages", "GET", "/docs"],
  ["a service's health", "GET", "/readyz"],
  ["the second step of a login", "POST", "/v1/sessions/challenges/c1/completion"],
  ["internal routes", "POST", "/internal/credentials/verifications"],
  ["internal routes, encoded", "POST", "/%69nternal/credentials/verifications"],
  [
    "internal routes by dot segments",
    "POST",
    "/v1/products/../../internal/credentials/verifications",
  ],
  ["first-party login", "POST", "/v1/sessions"],
  ["guest tokens", "POST", "/v1/guest-tokens"],
])("%s is 404 and reaches no service", async (_name, method, path) => {
  const before = calls();
  const answer = await ask({ method, path, headers: [bearer()] });
  if (method === "HEAD") expect([answer.status, answer.body]).toEqual([404, ""]);
  else expectProblem(answer, 404, "not_found");
  expect(calls()).toBe(before);
});

test.each([
  ["an encoded letter", "/v1/%6dembers/me", "/v1/members/me"],
  ["dot segments", "/v1/products/../members/me", "/v1/members/me"],
  ["encoded dot segments", "/v1/products/%2e%2e/members/me", "/v1/members/me"],
  ["double slashes", "//v1//members/me", "/v1/members/me"],
  ["an encoded slash", "/v1/members/me/a%2fb", "/v1/members/me/a%2Fb"],
  ["a backslash", "/v1/members/me/..\\products", "/v1/members/me/..%5Cproducts"],
])("%s does not lead around the token", async (_name, path, seen) => {
  expectProblem(await ask({ path }), 401, "unauthenticated");
  const echo = echoOf(await ask({ path, headers: [bearer()] }));
  expect([echo.service, echo.url]).toEqual(["member", seen]);
});

test.each([
  ["a NUL", "/v1/members/me/%00"],
  ["a broken escape", "/v1/members/me/%zz"],
  ["a way above the root", "/../v1/members/me"],
])("a path with %s is refused", async (_name, path) => {
  const before = calls();
  expectProblem(await ask({ path, headers: [bearer()] }), 400, "invalid");
  expect(calls()).toBe(before);
});

test("an encoded slash does not join two routes", async () => {
  expectProblem(await ask({ path: "/v1/members%2f..%2fproducts" }), 404, "not_found");
});

test("the query goes on as it was sent", async () => {
  const path = "/v1/members/me/addresses?after=a%2Fb&limit=2&limit=3";
  expect(echoOf(await ask({ path, headers: [bearer()] })).url).toBe(path);
});

test("an absolute target is routed by its path", async () => {
  const answer = await bytes(
    "GET http://evil.example/v1/products HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\n\r\n",
  );
  expect(echoOf(answer).service).toBe("product");
});

test("any Host is served, and tells the service nothing it may build links from", async () => {
  const { headers } = echoOf(await ask({ path: "/v1/products", host: "evil.example" }));
  expect(headers["host"]).not.toContain("evil");
  expect(headers["x-forwarded-host"]).toBe("evil.example");
});

test("HTTP/1.0 is served", async () => {
  const answer = await bytes("GET /v1/products HTTP/1.0\r\nHost: gateway\r\n\r\n");
  expect(echoOf(answer).service).toBe("product");
});

test("a method that nobody knows reaches no service", async () => {
  const before = calls();
  const { status } = await ask({ method: "BREW", path: "/v1/members/me", headers: [bearer()] });
  expect([400, 404]).toContain(status);
  expect(calls()).toBe(before);
});

test("TRACE is refused", async () => {
  expectProblem(await ask({ method: "TRACE", path: "/v1/members/me" }), 405, "invalid");
});

test.each([
  ["garbage", "GARBAGE\r\n\r\n"],
  ["no Host", "GET /v1/products HTTP/1.1\r\nConnection: close\r\n\r\n"],
  ["two Hosts", "GET /v1/products HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n"],
  ["a space before a colon", "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nX-A : 1\r\n\r\n"],
  [
    "a length beside chunks",
    "POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
  ],
  [
    "two lengths",
    "POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}x",
  ],
  [
    "a negative length",
    "POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: -1\r\n\r\n",
  ],
])("a request with %s is refused as a problem", async (_name, text) => {
  const before = calls();
  expectProblem(await bytes(text), 400, "invalid");
  expect(calls()).toBe(before);
});

test("an encoding of the body that nobody knows is refused", async () => {
  const head = "POST /v1/oauth/token HTTP/1.1\r\nHost: a\r\nConnection: close\r\n";
  const { status } = await bytes(`${head}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`);
  expect([411, 501]).toContain(status);
});
