import { expect, test } from "bun:test";

import { bearer } from "../testing/keys.ts";
import { echoOf, expectProblem, stand } from "../testing/stand.ts";

const { ask, bytes, calls, echoes } = await stand();
const path = "/v1/members/me/addresses";
const megabyte = 2 ** 20;

test("a body at the limit passes whole", async () => {
  const headers = [bearer()];
  const echo = echoOf(await ask({ method: "POST", path, headers, body: Buffer.alloc(megabyte) }));
  expect([echo.size, echo.headers["content-length"]]).toEqual([megabyte, String(megabyte)]);
});

test("a file of staff passes whole where files are taken, and nowhere else", async () => {
  const file = { method: "POST", headers: [bearer()], body: Buffer.alloc(3 * megabyte) };
  for (const taken of ["/v1/product-imports", "/v1/media"])
    expect(echoOf(await ask({ ...file, path: taken })).size).toBe(3 * megabyte);
  expectProblem(await ask({ ...file, path: "/v1/products" }), 413, "too_large");
});

test("a body over the limit is 413", async () => {
  const sent = { method: "POST", path, headers: [bearer()], body: Buffer.alloc(megabyte + 1) };
  const before = calls();
  expectProblem(await ask(sent), 413, "too_large");
  expect(calls()).toBe(before);
});

test("without a token a large body is 401 first", async () => {
  const sent = { method: "POST", path, body: Buffer.alloc(megabyte + 1) };
  expectProblem(await ask(sent), 401, "unauthenticated");
});

const expecting = (length: number) =>
  `POST /v1/oauth/token HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\nExpect: 100-continue\r\nContent-Length: ${length}\r\n\r\n`;

test("a body that is announced as too large is 417 before it is sent", async () => {
  expectProblem(await bytes(expecting(16_385)), 417, "too_large");
});

test("a body that is announced within the limit is asked for", async () => {
  const echo = echoOf(await bytes(`${expecting(2)}{}`));
  expect([echo.size, echo.headers["expect"]]).toEqual([2, undefined]);
});

const chunked = (target: string, chunks: string, headers: readonly (readonly string[])[] = []) => {
  const lines = [["Host", "gateway"], ["Connection", "close"], ...headers].map((one) =>
    one.join(": "),
  );
  return `POST ${target} HTTP/1.1\r\n${lines.join("\r\n")}\r\nTransfer-Encoding: chunked\r\n\r\n${chunks}`;
};
const chunk = (size: number) => `${size.toString(16)}\r\n${"x".repeat(size)}\r\n`;
const end = "0\r\n\r\n";

test.each([
  ["/v1/oauth/token", 411, "invalid"],
  ["/v1/members/verifications", 411, "invalid"],
  ["/v1/webhooks/toss", 411, "invalid"],
  ["/v1/members/me/addresses", 401, "unauthenticated"],
  ["/v1/product-imports", 401, "unauthenticated"],
])("without a token, no body of unknown length is taken in at %s", async (at, status, code) => {
  const before = calls();
  // It never ends: the answer cannot wait for the rest.
  expectProblem(await bytes(chunked(at, chunk(16))), status, code);
  expect(calls()).toBe(before);
});

test("nor with one that nobody signed", async () => {
  const [name, value] = bearer();
  const forged = `${value.slice(0, -86)}${"A".repeat(86)}`;
  const sent = chunked("/v1/product-imports", chunk(16), [[name, forged]]);
  expectProblem(await bytes(sent), 401, "unauthenticated");
});

test("a GET of unknown length does not reach the catalogue", async () => {
  const sent = chunked("/v1/products", chunk(16)).replace("POST", "GET");
  expectProblem(await bytes(sent), 411, "invalid");
});

test("with a token a body of unknown length is counted, and passes whole within the limit", async () => {
  const sent = (at: string, size: number) => bytes(chunked(at, chunk(size) + end, [bearer()]));
  for (const taken of ["/v1/product-imports", "/v1/media"])
    expect(echoOf(await sent(taken, 3 * megabyte)).size).toBe(3 * megabyte);
  expect(echoOf(await sent(path, megabyte)).size).toBe(megabyte);
  expectProblem(await sent(path, megabyte + 1), 413, "too_large");
});

test("what the server never takes is 413 by its declared length", async () => {
  const headers = [bearer(), ["Content-Length", "70000000"] as const];
  expectProblem(await ask({ method: "POST", path, headers }), 413, "too_large");
});

test("a GET with a body does not reach the catalogue", async () => {
  expectProblem(await ask({ path: "/v1/products", body: "x" }), 413, "too_large");
});

test("a service's own refusal passes unchanged", async () => {
  const answer = await ask({ path: "/v1/products/missing" });
  expect([answer.status, JSON.parse(answer.body)]).toMatchObject([404, { service: "product" }]);
});

test("a service that hangs up is 502, and is asked once", async () => {
  const before = calls();
  const answer = await ask({ path: "/v1/members/me/reset", headers: [bearer()] });
  expectProblem(answer, 502, "unavailable");
  expect(calls()).toBe(before + 1);
});

test("a service that does not answer in time is 504", async () => {
  const answer = await ask({ path: "/v1/members/me/slow", headers: [bearer()] });
  expectProblem(answer, 504, "unavailable");
}, 15_000);

test("a service that is down is 502, and answers again once it is up", async () => {
  await echoes.auth.stop();
  expectProblem(await ask({ path: "/.well-known/jwks.json" }), 502, "unavailable");
  await echoes.auth.start();
  expect(echoOf(await ask({ path: "/.well-known/jwks.json" })).service).toBe("auth");
});
