import { expect, test } from "bun:test";

import { bearer } from "../testing/keys.ts";
import { echoOf, expectProblem, shop, stand } from "../testing/stand.ts";

const { ask, calls } = await stand();
const open = { method: "POST", path: "/v1/members/verifications", body: "{}" };

const forged: [string, string][] = [
  "X-Consumer-Username",
  "X-Consumer-Groups",
  "X-Consumer-ID",
  "X-Consumer-Custom-ID",
  "X-Credential-Identifier",
  "X-Anonymous-Consumer",
  "X-User-Id",
  "X-User-Roles",
  "X-Authenticated-Userid",
  "X-HTTP-Method-Override",
  "X-Original-URL",
  "X-Rewrite-URL",
  "X_User_Id",
].map((name) => [name, "forged"]);

test.each([
  ["a public route", open],
  ["the catalogue", { path: `/v1/products/p-${crypto.randomUUID()}` }],
  ["OAuth", { method: "POST", path: "/v1/oauth/token", body: "a" }],
])("identity cannot be claimed on %s", async (_name, sent) => {
  const { headers } = echoOf(await ask({ ...sent, headers: forged }));
  expect(Object.values(headers)).not.toContain("forged");
});

test("identity cannot be claimed beside a token", async () => {
  const sub = crypto.randomUUID();
  const given = [bearer({ sub }), ...forged, ["x-user-id", "again"] as const];
  const { headers } = echoOf(await ask({ path: "/v1/members/me", headers: given }));
  expect(Object.values(headers)).not.toContain("forged");
  expect(headers["x-user-id"]).toBe(sub);
});

test("no copy of a forged header is left", async () => {
  const copies = ["X-User-Id", "x-user-id", "X-USER-ID"].map((name): [string, string] => [
    name,
    "a",
  ]);
  expect(echoOf(await ask({ ...open, headers: copies })).headers["x-user-id"]).toBeUndefined();
});

test("Connection may ask to keep the line or to change it, over several lines too", async () => {
  echoOf(await ask({ ...open, headers: [["Connection", "close, Upgrade"]] }));
  const lines = [["Connection", "close"] as const, ["Connection", "X-User-Id"] as const];
  expectProblem(await ask({ ...open, headers: lines }), 400, "invalid");
});

test.each(["X-Consumer-Username", "Authorization", "X-Request-Id"])(
  "Connection cannot name %s away",
  async (name) => {
    const headers = [bearer(), ["Connection", `close, ${name}`] as const];
    expectProblem(await ask({ path: "/v1/members/me", headers }), 400, "invalid");
  },
);

test("more than a hundred headers are refused", async () => {
  const flood = Array.from({ length: 120 }, (_, n): [string, string] => [`H${n}`, "1"]);
  const before = calls();
  expectProblem(await ask({ ...open, headers: flood }), 431, "invalid");
  expectProblem(
    await ask({ path: "/v1/members/me", headers: [...flood, bearer()] }),
    431,
    "invalid",
  );
  expect(calls()).toBe(before);
});

test("a header line of 9 kB is refused", async () => {
  expectProblem(await ask({ ...open, headers: [["A", "x".repeat(9000)]] }), 400, "invalid");
});

test("a well-formed request id goes through and comes back", async () => {
  const id = crypto.randomUUID();
  const answer = await ask({ ...open, headers: [["X-Request-Id", id]] });
  expect(answer.header("x-request-id")).toBe(id);
  expect(echoOf(answer).headers["x-request-id"]).toBe(id);
  const missed = await ask({ path: "/nope", headers: [["X-Request-Id", id]] });
  expect(JSON.parse(missed.body)).toMatchObject({ requestId: id });
});

test.each([["a"], ["a".repeat(65)], ["abc def;ghi"]])(
  "the request id %p is replaced",
  async (id) => {
    const answer = await ask({ ...open, headers: [["X-Request-Id", id]] });
    const given = answer.header("x-request-id") ?? "";
    expect(given).toMatch(/^[\da-f-]{36}$/);
    expect(echoOf(answer).headers["x-request-id"]).toBe(given);
  },
);

test("a request id cannot write into a problem", async () => {
  const headers = [["X-Request-Id", 'x","code":"forged'] as const];
  expectProblem(await ask({ path: "/nope", headers }), 404, "not_found");
});

const trace = "0af7651916cd43dd8448eb211c80319c";
test.each(["01", "00"])("a trace goes on with its flags %s", async (flags) => {
  const parent = `00-${trace}-b7ad6b7169203331-${flags}`;
  const { headers } = echoOf(await ask({ ...open, headers: [["traceparent", parent]] }));
  expect(headers["traceparent"]).toMatch(
    new RegExp(`^00-${trace}-(?!b7ad6b7169203331)[\\da-f]{16}-${flags}$`),
  );
});

test("a stranger's trace is not gone on with", async () => {
  const headers = [["traceparent", `00-${trace}-b7ad6b7169203331-01`] as const];
  const echo = echoOf(await ask({ ...open, headers, from: "127.0.0.2" }));
  expect(echo.headers["traceparent"]).toMatch(new RegExp(`^00-(?!${trace})[\\da-f]{32}-`));
});

test("a refusal tells the caller's trace", async () => {
  const headers = [["traceparent", `00-${trace}-b7ad6b7169203331-01`] as const];
  const { body } = await ask({ path: "/v1/members/me", headers });
  expect(JSON.parse(body)).toMatchObject({ traceId: trace });
});

test("a trusted proxy's client is the client", async () => {
  const headers: [string, string][] = [
    ["X-Forwarded-For", "198.51.100.7, 203.0.113.9"],
    ["X-Forwarded-Proto", "https"],
    ["X-Forwarded-Host", "jangteo.example"],
  ];
  const echo = echoOf(await ask({ ...open, headers }));
  expect(echo.headers).toMatchObject({
    "x-real-ip": "203.0.113.9",
    "x-forwarded-for": "198.51.100.7, 203.0.113.9, 127.0.0.1",
    "x-forwarded-proto": "https",
    "x-forwarded-host": "jangteo.example",
  });
});

const preflight = (origin: string, path: string) =>
  ask({
    method: "OPTIONS",
    path,
    headers: [
      ["Origin", origin],
      ["Access-Control-Request-Method", "POST"],
      ["Access-Control-Request-Headers", "authorization,idempotency-key"],
    ],
  });

test.each(["/v1/members/me", "/v1/products", "/nope"])("the shop may ask for %s", async (path) => {
  const answer = await preflight(shop, path);
  expect([answer.status, answer.body]).toEqual([200, ""]);
  expect(answer.header("access-control-allow-origin")).toBe(shop);
  expect(answer.header("access-control-allow-headers")).toContain("Idempotency-Key");
  expect(answer.header("access-control-allow-credentials")).toBeUndefined();
});

test.each([
  "https://evil.example",
  `${shop}.evil.example`,
  "http://jangteo.example",
  "https://evil-jangteo.example",
  "null",
  `${shop}:8443`,
  "https://JANGTEO.example",
])("no permission for %s", async (origin) => {
  const asked = await preflight(origin, "/v1/members/me");
  expect(asked.header("access-control-allow-origin")).toBeUndefined();
  const read = await ask({ path: "/v1/members/me", headers: [bearer(), ["Origin", origin]] });
  expect([read.status, read.header("access-control-allow-origin")]).toEqual([200, undefined]);
});

test("a refusal may be read by the shop", async () => {
  const answer = await ask({ path: "/v1/members/me", headers: [["Origin", shop]] });
  expect(answer.header("access-control-allow-origin")).toBe(shop);
});

test("OPTIONS never reaches a service", async () => {
  const before = calls();
  const answer = await ask({ method: "OPTIONS", path: "/v1/members/me", headers: [bearer()] });
  expect([answer.status, answer.body, calls()]).toEqual([204, "", before]);
});
