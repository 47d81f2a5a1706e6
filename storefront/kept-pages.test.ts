import { afterAll, expect, test } from "bun:test";
import { readdirSync, readFileSync } from "node:fs";
import { get } from "node:http";
import { join } from "node:path";

import { freePort } from "@jangteo/shared/embedded/ports";

import { hiddenFields } from "./testing/form";
import { startCatalogue, startPublicShop } from "./testing/shop";

const catalogue = await startCatalogue();
/** The catalogue, and an order service of which nobody has said anything yet. */
const door = Bun.serve({
  port: 0,
  fetch: (request) => {
    const { pathname, search } = new URL(request.url);
    return pathname === "/v1/reviews"
      ? Response.json({ items: [], next: null, total: 0, average: null, counts: [0, 0, 0, 0, 0] })
      : fetch(catalogue.url + pathname + search, { headers: request.headers });
  },
});
afterAll(() => door.stop(true));
const statusPort = await freePort();
const shop = await startPublicShop(`http://127.0.0.1:${door.port}`, {
  CATALOGUE_FRESH_SECONDS: "60",
  STATUS_PORT: String(statusPort),
});

const ask = async (path: string, headers: Record<string, string> = {}) => {
  const reply = await fetch(shop + path, {
    headers: { accept: "text/html,*/*", "accept-language": "ko", ...headers },
    redirect: "manual",
  });
  return { reply, html: await reply.text(), headers: reply.headers };
};

/** How many pages were shown as they were kept. */
const hits = async () => {
  const metrics = await (await fetch(`http://127.0.0.1:${statusPort}/metrics`)).text();
  return Number(/page_cache_requests_total\{.*outcome="hit".*\} (\d+)/.exec(metrics)?.[1] ?? 0);
};

const isHit = async (path: string, headers?: Record<string, string>) => {
  const before = await hits();
  const asked = await ask(path, headers);
  return { ...asked, isHit: (await hits()) > before };
};

const nonceOf = (headers: Headers) =>
  /'nonce-([\w-]+)'/.exec(headers.get("content-security-policy") ?? "")?.[1] ?? "";

const pages = ["/ko", "/ko/products", "/ko/categories/bowls", "/ko/products/moon-jar"];

test.each(pages)("%s is rendered once, and each visitor has a nonce of their own", async (path) => {
  await ask(path);
  const answers = [await isHit(path), await isHit(path)];
  expect(answers.map((one) => one.isHit)).toEqual([true, true]);
  const nonces = answers.map(({ headers }) => nonceOf(headers));
  expect(new Set(nonces).size).toBe(2);
  for (const [at, { html, reply }] of answers.entries()) {
    expect(reply.status).toBe(200);
    const own = new Set([...html.matchAll(/nonce="([^"]*)"/g)].map(([, nonce]) => nonce));
    expect([...own]).toEqual([nonces[at] ?? ""]);
    const told = [html, ...reply.headers.values()].join("\n");
    expect([told.includes(nonces[1 - at] ?? ""), html.endsWith("</html>")]).toEqual([false, true]);
  }
  const [one, other] = answers.map(({ html, headers }) => html.replaceAll(nonceOf(headers), "N"));
  const withoutKeys = (html = "") =>
    html.replaceAll(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, "K");
  expect(withoutKeys(one) === withoutKeys(other)).toBe(true);
});

test("no two visitors are given the same key for what they put into their carts", async () => {
  const keys = new Set<unknown>();
  for (let n = 0; n < 4; n += 1)
    keys.add(hiddenFields((await ask("/ko/products/moon-jar")).html).get("key"));
  expect(keys.size).toBe(4);
  const { html } = await ask("/ko/products/moon-jar");
  const key = hiddenFields(html).get("key");
  // For the form and for the script alike.
  expect(typeof key === "string" && html.split(key).length > 2).toBe(true);
});

const inDollars = (html: string) => /\$\d+\.\d\d/.test(html);

test("what a visitor chose is theirs, and nobody else's", async () => {
  await ask("/ko/products");
  const dark = await ask("/ko/products", { cookie: "theme=dark" });
  expect(dark.html.includes('data-theme="dark"')).toBe(true);
  const dollars = await ask("/ko/products", { cookie: "currency=USD" });
  expect(inDollars(dollars.html)).toBe(true);
  for (const cookie of [
    "theme=%64ark",
    "theme=light; theme=dark",
    "theme=blue",
    "currency=EUR",
    "currency=USD; currency=KRW",
    "currency =USD",
    "a=b;\tcurrency=USD",
    "currency=USD; currency",
    "theme=dark; theme",
    "theme",
  ])
    expect((await isHit("/ko/products", { cookie })).isHit).toBe(false);
  const plain = await isHit("/ko/products");
  expect(plain.isHit).toBe(true);
  expect([plain.html.includes("data-theme="), inDollars(plain.html)]).toEqual([false, false]);
});

test.each(["gid", "sid"])(
  "who is known here by %s is never shown what others are",
  async (name) => {
    await ask("/ko");
    const known = { cookie: `${name}=${"g".repeat(43)}` };
    for (const one of [await isHit("/ko", known), await isHit("/ko", known)])
      expect([one.isHit, one.headers.get("cache-control")]).toEqual([false, "private, no-cache"]);
    const nobody = await isHit("/ko");
    expect([nobody.isHit, nobody.headers.get("cache-control")]).toEqual([true, "no-cache"]);
  },
);

test("a language that the browser did not ask for is remembered, also with a page that is kept", async () => {
  const foreign = { "accept-language": "en-GB,en" };
  // By Next, and then by the keeper.
  const path = "/ko?made=now";
  const answers = [await isHit(path, foreign), await isHit(path, foreign)];
  expect(answers.map((one) => one.isHit)).toEqual([false, true]);
  const [cookies = [], again] = answers.map(({ headers }) => headers.getSetCookie());
  expect(cookies.join()).toStartWith("NEXT_LOCALE=ko;");
  expect(again).toEqual(cookies);
  const known = await isHit(path, { ...foreign, cookie: "NEXT_LOCALE=ko" });
  const native = await isHit(path);
  for (const one of [known, native])
    expect([one.isHit, one.headers.getSetCookie()]).toEqual([true, []]);
});

test("a page that nobody waited for to its end is shown whole to the next", async () => {
  const path = "/ko/categories/jars";
  for (let n = 0; n < 5; n += 1) {
    const hungUp = Promise.withResolvers<void>();
    const asked = get(`${shop}${path}`, (reply) => reply.once("data", () => reply.destroy()));
    asked.once("close", hungUp.resolve);
    await hungUp.promise;
    const { html } = await ask(path);
    expect([html.startsWith("<!DOCTYPE html>"), html.endsWith("</html>")]).toEqual([true, true]);
  }
});

test.each([
  ["/ko/products/no-such-piece", 404],
  ["/ko/cart", 200],
  ["/ko/login", 200],
])("%s is never kept", async (path, status) => {
  await ask(path);
  const again = await isHit(path);
  expect([again.reply.status, again.isHit]).toEqual([status, false]);
});

test("whatever else would read who asks does so through what the keeper knows of", () => {
  const reading = ["app", "domains", "i18n", "lib", "ui"].flatMap((folder) =>
    readdirSync(join(import.meta.dirname, folder), { encoding: "utf8", recursive: true })
      .map((name) => join(folder, name))
      .filter((path) => /\.tsx?$/.test(path))
      .filter((path) =>
        readFileSync(join(import.meta.dirname, path), "utf8").includes("next/headers"),
      ),
  );
  expect(reading.toSorted()).toEqual([
    // The theme is a part of a page's name, and so is the money.
    "app/[locale]/layout.tsx",
    "lib/currency.ts",
    // Says that the page is its visitor's own.
    "lib/visitor.ts",
    // They write, in answers to forms.
    "ui/currency.ts",
    "ui/theme.ts",
  ]);
});
