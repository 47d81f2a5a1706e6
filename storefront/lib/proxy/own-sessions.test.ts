import { describe, expect, test } from "bun:test";

import { challenged, challengeId, passkeyId, refusedField, signedIn } from "../session/testing";
import { expectProblem, testProxy } from "./testing";

const post = (body: unknown) => ({ method: "POST", body: JSON.stringify(body) });
const nameAndValue = (cookie: string) => cookie.split(";", 1).join("");

const { ask, signIn, gateway, issuing } = await testProxy();
const alone = await testProxy();

describe("a shopper", () => {
  test("who signs out leaves nothing behind", async () => {
    const cookie = await signIn();
    const reply = await ask("/sessions/current", { method: "DELETE", cookie });
    expect(reply.status).toBe(204);
    expect(reply.headers.get("clear-site-data")).toBe('"cache"');
    expect(reply.headers.get("set-cookie")).toContain("sid=; Path=/; Max-Age=0");
    await expectProblem(await ask("/members/me", { cookie }), 401);
  });

  test("who signs out everywhere keeps no cookie here either", async () => {
    const cookie = await signIn();
    const reply = await ask("/sessions", { method: "DELETE", cookie });
    expect(reply.status).toBe(204);
    expect(reply.headers.get("set-cookie")).toContain("sid=; Path=/; Max-Age=0");
    await expectProblem(await ask("/members/me", { cookie }), 401);
  });

  test("who signs out while Redis is away is signed out all the same", async () => {
    const cookie = await alone.signIn();
    await alone.store.stop();
    const reply = await alone.ask("/sessions/current", { method: "DELETE", cookie });
    expect(reply.status).toBe(204);
    expect(reply.headers.get("set-cookie")).toContain("sid=; Path=/; Max-Age=0");
    await expectProblem(await alone.ask("/members/me", { cookie }), 401);
  });
});

describe("a sensitive act", () => {
  test("that wants a fresh proof is passed on as it is: no token is renewed for it", async () => {
    const cookie = await signIn();
    const asked = 'error="insufficient_user_authentication", max_age="600"';
    gateway.answer = () =>
      new Response(null, { status: 401, headers: { "www-authenticate": `Bearer ${asked}` } });
    const refreshes = issuing.state.refreshes.length;
    const reply = await ask("/members/me", { method: "DELETE", cookie });
    expect(reply.status).toBe(401);
    expect(reply.headers.get("www-authenticate")).toBe(`Bearer ${asked}`);
    expect(gateway.seen).toHaveLength(1);
    expect(issuing.state.refreshes).toHaveLength(refreshes);
  });

  test("is proven under a new handle, and no token reaches the browser", async () => {
    const cookie = await signIn();
    const reply = await ask("/sessions/current/step-ups", { ...post({ password: "x" }), cookie });
    expect(reply.status).toBe(204);
    const renewed = nameAndValue(reply.headers.get("set-cookie") ?? "");
    expect(renewed).toMatch(/^sid=[\w-]{43}$/);
    expect(renewed).not.toBe(cookie);
    await expectProblem(await ask("/members/me", { cookie }), 401);
    expect((await ask("/members/me", { cookie: renewed })).status).toBe(200);
  });

  test("that is proven wrongly names the field and signs nobody out", async () => {
    const cookie = await signIn();
    issuing.state.stepUp = refusedField("code", "wrong");
    const reply = await ask("/sessions/current/step-ups", { ...post({ code: "000000" }), cookie });
    expect(reply.status).toBe(400);
    expect(reply.headers.get("set-cookie")).toBeNull();
    expect((await ask("/members/me", { cookie })).status).toBe(200);
  });

  test.each([{ password: 1 }, { password: "x", code: "1" }, { surprise: "x" }])(
    "takes one proof and nothing else: %p",
    async (body) => {
      const reply = await ask("/sessions/current/step-ups", {
        ...post(body),
        cookie: await signIn(),
      });
      await expectProblem(reply, 400);
    },
  );
});

describe("a login", () => {
  test("marks the browser, which is told to auth at the next login", async () => {
    const first = await ask("/sessions", post({ email: "a@b.test", password: "x" }));
    const cookies = first.headers.getSetCookie();
    const device = cookies.find((cookie) => cookie.startsWith("dev=")) ?? "";
    expect(device).toContain("SameSite=Strict");
    expect(device).toContain(`Max-Age=${180 * 24 * 3600}`);
    await ask("/sessions", {
      ...post({ email: "a@b.test", password: "x" }),
      cookie: nameAndValue(device),
    });
    expect(issuing.state.seen.at(-1)?.body).toMatchObject({
      deviceToken: nameAndValue(device).slice("dev=".length),
    });
  });

  test("with a second factor begins no session before the code", async () => {
    issuing.state.login = challenged;
    const first = await ask("/sessions", post({ email: "a@b.test", password: "x" }));
    expect(first.status).toBe(202);
    expect(first.headers.getSetCookie()).toEqual([]);
    expect(await first.json()).toMatchObject({ challenge_id: challengeId });
    const path = `/sessions/challenges/${challengeId}/completion`;
    const second = await ask(path, post({ code: "123456" }));
    expect(second.status).toBe(201);
    expect(second.headers.getSetCookie()[0]).toMatch(/^sid=[\w-]{43};/);
    expect(await second.text()).not.toContain("token-");
  });
});

describe("a passkey", () => {
  const response = {
    ...{ id: "key", rawId: "key", type: "public-key", clientExtensionResults: {} },
    response: { clientDataJSON: "e30", authenticatorData: "AA", signature: "AA", userHandle: "AA" },
  };
  const completion = `/sessions/passkey-challenges/${passkeyId}/completion`;

  test("begins a session that this browser keeps, and no token reaches it", async () => {
    const before = await signIn();
    const asked = await ask("/sessions/passkey-challenges", post({}));
    expect(asked.status).toBe(201);
    expect(await asked.json()).toEqual({ challenge_id: passkeyId, options: { challenge: "AA" } });
    const reply = await ask(completion, { ...post({ response }), cookie: before });
    expect(reply.status).toBe(201);
    expect(reply.headers.getSetCookie()[0]).toMatch(/^sid=[\w-]{43};/);
    expect(await reply.text()).not.toContain("token-");
    await expectProblem(await ask("/members/me", { cookie: before }), 401);
  });

  test("that nobody knows is refused as auth refuses it, and signs nobody out", async () => {
    const cookie = await signIn();
    issuing.state.passkey = refusedField("response", "wrong", 401);
    const reply = await ask(completion, { ...post({ response }), cookie });
    expect(reply.status).toBe(401);
    expect(reply.headers.getSetCookie()).toEqual([]);
    expect((await ask("/members/me", { cookie })).status).toBe(200);
  });

  test("is proof before a sensitive act; what is no answer of a browser is not passed on", async () => {
    const { state } = issuing;
    state.stepUp = signedIn;
    const cookie = await signIn();
    const passkey = { challenge_id: passkeyId, response };
    const path = "/sessions/current/step-ups";
    const wrong = { ...passkey, response: { id: "key" } };
    await expectProblem(await ask(path, { ...post({ passkey: wrong }), cookie }), 400);
    await expectProblem(await ask(completion, post({ response: {} })), 400);
    expect((await ask(path, { ...post({ passkey }), cookie })).status).toBe(204);
    expect(issuing.state.seen.at(-1)?.body).toEqual({ passkey });
  });
});
