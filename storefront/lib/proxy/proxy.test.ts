import { describe, expect, test } from "bun:test";

import { broken, refused } from "../session/testing";
import { createProxy } from "./proxy";
import { expectProblem, own, testProxy } from "./testing";

const withdrawn = () =>
  new Response(null, {
    status: 401,
    headers: { "www-authenticate": 'Bearer error="invalid_token"' },
  });

const { ask, signIn, gateway, issuing, options, origin } = await testProxy();

describe("what a browser can reach", () => {
  test.each([
    ["POST", "/guest-tokens"],
    ["POST", "/oauth/token"],
    ["POST", "/internal/credentials/verifications"],
    ["GET", "/nothing"],
  ])("%s /api%s is not there", async (method, path) => {
    await expectProblem(await ask(path, { method, ...(method === "POST" && { body: "{}" }) }), 404);
    expect(gateway.seen).toHaveLength(0);
  });

  test("a wrong method is told which are right", async () => {
    const reply = await ask("/products", { method: "DELETE" });
    expect(reply.headers.get("allow")).toBe("GET");
    await expectProblem(reply, 405);
  });
});

describe("a signed-in shopper", () => {
  test("is known to the service by a bearer token that the browser never sees", async () => {
    const cookie = await signIn();
    expect(cookie).toMatch(/^sid=[\w-]{43}$/);
    const headers = { authorization: "Bearer forged", "x-consumer-id": "root" };
    const reply = await ask("/members/me", { cookie, headers });
    expect(reply.status).toBe(200);
    expect(reply.headers.get("cache-control")).toBe("private, no-store");
    expect(gateway.seen[0]?.headers.get("authorization")).toMatch(/^Bearer token-/);
    expect(gateway.seen[0]?.headers.get("cookie")).toBeNull();
    expect(JSON.stringify([...reply.headers]) + (await reply.text())).not.toContain("token-");
  });

  test("with two session cookies is nobody", async () => {
    const cookie = await signIn();
    await expectProblem(await ask("/members/me", { cookie: `${cookie}; ${cookie}` }), 401);
  });

  test("is asked once more, with the same key, when the token was withdrawn", async () => {
    const cookie = await signIn();
    gateway.answer = () => (gateway.seen.length === 1 ? withdrawn() : Response.json({ ok: true }));
    const headers = { "idempotency-key": "0123456789abcdef" };
    const reply = await ask("/members/me", {
      method: "PATCH",
      body: '{"name":"n"}',
      cookie,
      headers,
    });
    expect(reply.status).toBe(200);
    const [first, second] = gateway.seen;
    expect(second?.body).toBe('{"name":"n"}');
    expect(second?.headers.get("idempotency-key")).toBe("0123456789abcdef");
    expect(second?.headers.get("authorization")).not.toBe(first?.headers.get("authorization"));
  });

  test.each([
    ["is over", refused, 401],
    ["cannot be renewed now", broken, 503],
  ])("whose session %s is told so", async (_how, refresh, status) => {
    const cookie = await signIn();
    gateway.answer = withdrawn;
    issuing.state.refresh = refresh;
    const reply = await ask("/members/me", { cookie });
    expect(reply.headers.get("set-cookie")).toBeNull();
    expect(reply.headers.has("retry-after")).toBe(status === 503);
    await expectProblem(reply, status);
  });
});

describe("a visitor without an account", () => {
  test("becomes a guest at the first write, and stays that guest", async () => {
    const first = await ask("/members", { method: "POST", body: "{}" });
    const cookie = first.headers.get("set-cookie")?.split(";", 1).join("");
    expect(cookie).toMatch(/^gid=[\w-]{43}$/);
    const second = await ask("/members", { method: "POST", body: "{}", ...(cookie && { cookie }) });
    expect(second.headers.get("set-cookie")).toBeNull();
    const [one, other] = gateway.seen.map(({ headers }) => headers.get("authorization"));
    expect(one).toBe(other ?? "");
  });

  test("reads the catalogue as anyone, so that it can be cached", async () => {
    gateway.answer = () => Response.json([], { headers: { "cache-control": "public, max-age=5" } });
    const reply = await ask("/products?limit=1", { cookie: await signIn() });
    expect(reply.headers.get("cache-control")).toBe("public, max-age=5");
    expect(gateway.seen[0]?.headers.get("authorization")).toBeNull();
    expect(new URL(gateway.seen[0]?.url ?? "").search).toBe("?limit=1");
  });
});

describe("an upstream that misbehaves", () => {
  test("cannot send the browser elsewhere", async () => {
    gateway.answer = () =>
      new Response(null, { status: 302, headers: { location: "https://evil.test" } });
    await expectProblem(await ask("/products"), 502);
    gateway.answer = () =>
      new Response(null, { status: 307, headers: { location: "/v1/products/a" } });
    const reply = await ask("/products");
    expect(reply.headers.get("location")).toBe("/api/products/a");
  });

  test("that is gone is a 503 that says when to come back", async () => {
    const gone = createProxy({ ...options, gatewayUrl: "http://127.0.0.1:1" });
    const reply = await gone(new Request(`${origin}/api/products`, { headers: own }));
    expect(reply.headers.get("retry-after")).toBe("2");
    await expectProblem(reply, 503);
  });
});

test("a body larger than a form can be is refused before it is sent on", async () => {
  const body = JSON.stringify({ name: "x".repeat(70_000) });
  await expectProblem(await ask("/members", { method: "POST", body }), 413);
  expect(gateway.seen).toHaveLength(0);
});
