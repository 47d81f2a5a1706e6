import { expect, test } from "bun:test";
import process from "node:process";

import { testRedis } from "@jangteo/shared/testing/redis";

import { bearer } from "../testing/keys.ts";
import { echoOf, expectProblem, freshAddress, stand } from "../testing/stand.ts";
import type { Received, Sent } from "../testing/wire.ts";

const store = process.env["GATEWAY_URL"] === undefined ? await testRedis() : undefined;
const { ask } = await stand(store && { redisUrl: store.url });

/** Asks until refused. A minute may turn meanwhile, so up to two windows may pass. */
const exhaust = async (sent: Sent, limit: number) => {
  for (let left = 2 * limit + 5; left > 0; left -= 1) {
    const answer = await ask(sent);
    if (answer.status !== 200) return answer;
  }
  throw new Error("never limited");
};

const expectLimited = (answer: Received, limit: number) => {
  expectProblem(answer, 429, "rate_limited");
  expect(answer.header("ratelimit-limit")).toBe(String(limit));
  expect(answer.header("ratelimit-remaining")).toBe("0");
  const wait = Number(answer.header("retry-after"));
  expect(wait).toBeGreaterThanOrEqual(1);
  expect(wait).toBeLessThanOrEqual(60);
};

const tokenRequest = (address: string): Sent => ({
  method: "POST",
  path: "/v1/oauth/token",
  headers: [["X-Forwarded-For", address]],
  body: "a",
});

/** A first request that was counted: while Redis is late, nobody is. */
const counted = async (deadline = Date.now() + 5000): Promise<Received> => {
  const answer = await ask(tokenRequest(freshAddress()));
  const late = answer.header("ratelimit-limit") === undefined && Date.now() < deadline;
  return late ? counted(deadline) : answer;
};

test("an answer tells how much is left", async () => {
  const answer = await counted();
  const told = ["ratelimit-limit", "ratelimit-remaining"].map((name) => answer.header(name));
  expect(told).toEqual(["60", "59"]);
  expect(Number(answer.header("ratelimit-reset"))).toBeLessThanOrEqual(60);
});

test("one address gets 60 token requests a minute, another is free", async () => {
  expectLimited(await exhaust(tokenRequest(freshAddress()), 60), 60);
  echoOf(await ask(tokenRequest(freshAddress())));
});

test("one subject gets 300 requests a minute, from wherever it asks", async () => {
  const mine = bearer();
  const path = "/v1/members/me";
  expectLimited(await exhaust({ path, headers: [mine] }, 300), 300);
  const disguised = { path: "/v1/sessions", headers: [mine, ["X-User-Id", "other"] as const] };
  expectLimited(await ask(disguised), 300);
  echoOf(await ask({ path, headers: [bearer()] }));
}, 20_000);

test("one address looks up 20 orders a minute, however many guests it is", async () => {
  const look = (address: string): Sent => ({
    method: "POST",
    path: "/v1/order-lookups",
    headers: [["X-Forwarded-For", address], bearer({ sub: `guest:${crypto.randomUUID()}` })],
    body: "a",
  });
  const mine = freshAddress();
  expectLimited(await exhaust(look(mine), 20), 20);
  expectLimited(await ask(look(mine)), 20);
  echoOf(await ask(look(freshAddress())));
});

test("bad tokens use up nobody's limit", async () => {
  const from = ["X-Forwarded-For", freshAddress()] as const;
  const statuses = new Set<number>();
  for (let left = 310; left > 0; left -= 1)
    statuses.add((await ask({ path: "/v1/members/me", headers: [from] })).status);
  expect([...statuses]).toEqual([401]);
}, 20_000);

test.skipIf(store === undefined)("the shop goes on, unlimited, when Redis is gone", async () => {
  await store?.server.stop();
  const answer = await ask(tokenRequest(freshAddress()));
  echoOf(answer);
  expect(answer.header("ratelimit-limit")).toBeUndefined();
});
