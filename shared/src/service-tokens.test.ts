import { expect, test } from "bun:test";

import { AppError } from "./problem.ts";
import { createServiceTokens } from "./service-tokens.ts";

/** Auth as a service meets it, and a clock that the test moves. */
const stand = () => {
  const time = { now: Date.parse("2026-01-01T00:00:00Z") };
  const asked: (RequestInit & { url: string })[] = [];
  const auth = { answer: (count: number): Response | Promise<Response> => token(count) };
  const tokenFor = createServiceTokens({
    authUrl: "http://auth.test",
    clientId: "order",
    secret: "a secret: with % in it",
    clock: () => new Date(time.now),
    fetch: async (input, init) => {
      asked.push({ ...init, url: input instanceof Request ? input.url : input.toString() });
      return auth.answer(asked.length);
    },
  });
  const pass = (seconds: number) => {
    time.now += seconds * 1000;
  };
  return { asked, auth, pass, tokenFor };
};
const token = (count: number) =>
  Response.json({ access_token: `token ${count}`, token_type: "Bearer", expires_in: 120 });
const refused = async (asked: Promise<string>) => {
  const error: unknown = await asked.catch((cause: unknown) => cause);
  return error instanceof AppError ? error.code : error;
};

test("a service asks auth in its own name for a token to one other service", async () => {
  const { asked, tokenFor } = stand();
  expect(await tokenFor("product")).toBe("token 1");
  const [request] = asked;
  expect(request?.method).toBe("POST");
  expect(request?.url).toBe("http://auth.test/v1/oauth/token");
  const [id, secret] = atob(
    new Headers(request?.headers).get("authorization")?.slice(6) ?? "",
  ).split(":");
  expect([id, decodeURIComponent(secret ?? "")]).toEqual(["order", "a secret: with % in it"]);
  expect(request?.body).toEqual(
    new URLSearchParams({ grant_type: "client_credentials", resource: "jangteo:product" }),
  );
});

test("a token serves until shortly before its end, each service its own", async () => {
  const { asked, pass, tokenFor } = stand();
  expect(await tokenFor("product")).toBe("token 1");
  expect(await tokenFor("payment")).toBe("token 2");
  pass(89);
  expect(await tokenFor("product")).toBe("token 1");
  pass(2);
  expect(await tokenFor("product")).toBe("token 3");
  expect(asked).toHaveLength(3);
});

test("many calls at once ask auth once", async () => {
  const { asked, tokenFor } = stand();
  const all = await Promise.all(Array.from({ length: 20 }, () => tokenFor("product")));
  expect(new Set(all)).toEqual(new Set(["token 1"]));
  expect(asked).toHaveLength(1);
});

test("auth away: what is at hand is used until it ends, and then the caller hears of it", async () => {
  const { auth, pass, tokenFor } = stand();
  expect(await tokenFor("product")).toBe("token 1");
  const outages = [
    () => Promise.reject(new TypeError("connection refused")),
    () => new Response(null, { status: 503 }),
    () => new Response("<html>"),
    () => Response.json({ strange: true }),
  ];
  pass(95);
  for (const outage of outages) {
    auth.answer = outage;
    expect(await tokenFor("product")).toBe("token 1");
  }
  pass(25);
  for (const outage of outages) {
    auth.answer = outage;
    expect(await refused(tokenFor("product"))).toBe("unavailable");
  }
  auth.answer = token;
  expect(await tokenFor("product")).toStartWith("token ");
});

test("an auth that never answers is given up after a second", async () => {
  const { auth, asked, tokenFor } = stand();
  auth.answer = (count) =>
    new Promise<Response>((_, reject) => {
      const signal = asked[count - 1]?.signal;
      signal?.addEventListener("abort", () => reject(signal.reason));
    });
  expect(await refused(tokenFor("product"))).toBe("unavailable");
});
