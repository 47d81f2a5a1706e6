import { expect, test } from "bun:test";

import { bearer } from "../testing/keys.ts";
import { echoOf, shop, stand } from "../testing/stand.ts";
import type { Received } from "../testing/wire.ts";

const { ask, url } = await stand();
const fresh = (last = "") => `/v1/products/${last === "" ? `p-${crypto.randomUUID()}` : last}`;
const state = (answer: Received) => answer.header("x-cache-status");
/** Paths that steer the echo cannot be fresh; a Host of their own gives them an entry of their own. */
const host = () => `${crypto.randomUUID()}.example`;

test("a second reader gets the same answer without asking the service", async () => {
  const path = fresh();
  const first = await ask({ path });
  const second = await ask({ path });
  expect([state(first), state(second)]).toEqual(["Miss", "Hit"]);
  expect(echoOf(second)).toEqual(echoOf(first));
  expect(Number(second.header("age"))).toBeGreaterThanOrEqual(0);
  expect(second.header("x-request-id")).not.toBe(first.header("x-request-id"));
});

test.each([
  ["a token", [bearer()]],
  ["a cookie", [["Cookie", "a=b"]]],
  ["a wish for a fresh answer", [["Cache-Control", "no-cache"]]],
  ["a wish for an answer of now", [["Cache-Control", "max-age=0"]]],
  ["a wish for a kept answer", [["Cache-Control", "only-if-cached"]]],
  [
    "any other header",
    [
      ["X-Anything", "1"],
      ["Accept-Encoding", "gzip"],
      ["Range", "bytes=0-1"],
    ],
  ],
] as [string, [string, string][]][])(
  "%s neither reaches the service nor the key",
  async (_n, headers) => {
    const path = fresh();
    const { headers: seen } = echoOf(await ask({ path, headers }));
    for (const [name] of headers) expect(Object.keys(seen)).not.toContain(name.toLowerCase());
    expect(state(await ask({ path }))).toBe("Hit");
  },
);

test("language and currency have entries of their own, and known values only", async () => {
  const path = fresh();
  const read = async (...headers: [string, string][]) => {
    const answer = await ask({ path, headers });
    const { headers: seen } = echoOf(answer);
    return [state(answer), seen["accept-language"], seen["x-currency"]];
  };
  expect(await read()).toEqual(["Miss", "ko", "KRW"]);
  expect(await read(["Accept-Language", "en-GB,en;q=0.9"])).toEqual(["Miss", "en", "KRW"]);
  expect(await read(["Accept-Language", "en-US"])).toEqual(["Hit", "en", "KRW"]);
  expect(await read(["Accept-Language", "ko:x-currency=USD"])).toEqual(["Hit", "ko", "KRW"]);
  expect(await read(["X-Currency", "USD"])).toEqual(["Miss", "ko", "USD"]);
  expect(await read(["X-Currency", "EUR"])).toEqual(["Hit", "ko", "KRW"]);
});

test("another host has an entry of its own", async () => {
  const path = fresh();
  await ask({ path });
  expect(state(await ask({ path, host: "evil.example" }))).toBe("Miss");
});

test("unknown parameters are dropped, known ones have one order", async () => {
  const on = host();
  const read = async (query: string) => {
    const answer = await ask({ path: `/v1/products?${query}`, host: on });
    return [state(answer), echoOf(answer).url];
  };
  const seen = "/v1/products?category=bowls&limit=2";
  expect(await read("category=bowls&limit=2&utm_source=x")).toEqual(["Miss", seen]);
  expect(await read("limit=2&gclid=y&category=bowls")).toEqual(["Hit", seen]);
  expect(await read("category=bowls:limit=2")).toEqual([
    "Bypass",
    "/v1/products?category=bowls%3Alimit%3D2",
  ]);
  expect(await read("category=bowls%7Chost")).toEqual([
    "Bypass",
    "/v1/products?category=bowls%7Chost",
  ]);
  expect(await read("category=a&category=b")).toEqual([
    "Bypass",
    "/v1/products?category=a&category=b",
  ]);
  expect(await read("category=a,b")).toEqual(["Miss", "/v1/products?category=a%2Cb"]);
  expect(await read("category=bowls&limit=2")).toEqual(["Hit", seen]);
});

test("a hundred ids reach the service with all that was asked of them, and are no entry of the cache", async () => {
  const ids = Array.from({ length: 100 }, () => `id=${crypto.randomUUID()}`).join("&");
  for (const _ of ["once", "again"]) {
    const answer = await ask({ path: `/v1/products?${ids}&limit=100&sort=price` });
    expect([state(answer), echoOf(answer).url]).toEqual([
      "Bypass",
      `/v1/products?${ids}&limit=100&sort=price`,
    ]);
  }
});

test("an answer that says its charset is kept as well", async () => {
  const on = host();
  await ask({ path: fresh("utf8"), host: on });
  expect(state(await ask({ path: fresh("utf8"), host: on }))).toBe("Hit");
});

test("an answer is kept for its time, and not longer", async () => {
  const sent = { path: fresh("short"), host: host() };
  expect(state(await ask(sent))).toBe("Miss");
  const asked = Date.now();
  const over = async (): Promise<string | undefined> => {
    const seen = state(await ask(sent));
    return seen === "Hit" && Date.now() - asked < 5000 ? over() : seen;
  };
  expect(await over()).toBe("Miss");
});

test.each(["private", "no-cache-control", "missing", "broken"])(
  "an answer is not kept: %s",
  async (last) => {
    const on = host();
    await ask({ path: fresh(last), host: on });
    expect(state(await ask({ path: fresh(last), host: on }))).toBe("Bypass");
  },
);

test("nobody gets another visitor's cookie", async () => {
  const on = host();
  const first = await ask({ path: fresh("with-cookie"), host: on });
  const second = await ask({ path: fresh("with-cookie"), host: on });
  expect([state(first), state(second)]).toEqual(["Miss", "Hit"]);
  expect([first.header("set-cookie"), second.header("set-cookie")]).toEqual([undefined, undefined]);
});

test("a reader who has the entity gets no body", async () => {
  const sent = { path: fresh("with-etag"), host: host() };
  expect((await ask(sent)).header("etag")).toBe('"v1"');
  const known = await ask({ ...sent, headers: [["If-None-Match", '"v1"']] });
  expect([known.status, known.body]).toEqual([304, ""]);
  expect((await ask({ ...sent, headers: [["If-None-Match", '"v0"']] })).status).toBe(200);
});

test("the permission of one origin is not replayed to another", async () => {
  const path = fresh();
  const read = async (origin: string) => {
    const answer = await ask({ path, headers: [["Origin", origin]] });
    return [state(answer), answer.header("access-control-allow-origin")];
  };
  expect(await read(shop)).toEqual(["Miss", shop]);
  expect(await read("https://evil.example")).toEqual(["Hit", undefined]);
  expect((await ask({ path })).header("access-control-allow-origin")).toBeUndefined();
  expect(await read(shop)).toEqual(["Hit", shop]);
});

test("one connection serves many requests", async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => fetch(`${url}${fresh()}`)));
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
});
