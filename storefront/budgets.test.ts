import { describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { Page } from "playwright-core";

import { startBrowser } from "./testing/browser";
import { storefront } from "./testing/build";
import { startCatalogue, startPublicShop } from "./testing/shop";
import { firstPainted, type Got, painted, watchShifts, watchWire } from "./testing/wire";

/**
 * What a first visit may cost: requests, and kB (1000 bytes) on the wire. `script` is counted above an
 * empty Next page. Nothing of a page may move (CLS 0), whatever comes late.
 */
const budgets = [
  { name: "home", path: "", requests: 28, all: 620, html: 30, script: 40 },
  { name: "listing", path: "/products", requests: 36, all: 720, html: 25, script: 40 },
  { name: "category", path: "/categories/tea", requests: 36, all: 720, html: 25, script: 40 },
  { name: "collections", path: "/collections", requests: 36, all: 720, html: 30, script: 40 },
  { name: "search", path: "/products?q=bowl", requests: 36, all: 720, html: 25, script: 40 },
  { name: "product", path: "/products/moon-jar", requests: 28, all: 560, html: 22, script: 45 },
  { name: "developers", path: "/developers", requests: 20, all: 430, html: 15, script: 40 },
  { name: "login", path: "/login", requests: 20, all: 430, html: 17, script: 45 },
  { name: "sign-up", path: "/signup", requests: 20, all: 430, html: 17, script: 45 },
  { name: "forgotten password", path: "/forgot", requests: 20, all: 430, html: 17, script: 45 },
  { name: "not found", path: "/nowhere", requests: 20, all: 430, html: 12, script: 40 },
  { name: "offline", path: "/offline", requests: 20, all: 430, html: 12, script: 40 },
] as const;
/** Of every page; an English one has no Hangul to show. */
const styles = 15;
const fonts = { ko: 200, en: 50 };

const phone = { viewport: { width: 390, height: 844 }, serviceWorkers: "block" } as const;
const desk = { viewport: { width: 1280, height: 900 }, serviceWorkers: "block" } as const;

const catalogue = await startCatalogue();
const shop = await startPublicShop(catalogue.url);
const { visit } = await startBrowser();
/** Milliseconds that a busy machine gets for a page; how long one takes is not what is tested here. */
const patience = 60_000;

/** The framework's own files, which a page that says nothing loads as well. */
const emptyPage = async () => {
  const manifest: { rootMainFiles: string[] } = JSON.parse(
    readFileSync(join(storefront, ".local/test-build/build-manifest.json"), "utf8"),
  );
  const sizes = manifest.rootMainFiles.map(async (file) => {
    const reply = await fetch(`${shop}/_next/${file}`, {
      headers: { "accept-encoding": "br" },
      decompress: false,
    });
    return (await reply.arrayBuffer()).byteLength;
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
};
const empty = await emptyPage();

const quiet = (page: Page) => page.waitForLoadState("networkidle");

const spentOf = (got: Got[]) => {
  const sum = (type?: string) =>
    got.reduce((kB, one) => kB + (type === undefined || one.type === type ? one.bytes : 0), 0) /
    1000;
  return {
    requests: got.length,
    all: sum(),
    html: sum("Document"),
    script: sum("Script") - empty / 1000,
    styles: sum("Stylesheet"),
    fonts: sum("Font"),
  };
};

/** What is worth packing comes packed, and what is packed already is not packed again. */
const packedWrongly = (got: Got[]) =>
  got.filter(({ type, url, encoding, bytes }) => {
    const isText = ["Document", "Script", "Stylesheet"].includes(type) && bytes > 2000;
    const isPacked = /\.(woff2|webp|avif|jpg|png)$/.test(url);
    return isText ? !/^(gzip|br|zstd)$/.test(encoding ?? "") : isPacked && encoding !== undefined;
  });

describe.each(budgets)("the first visit to $name", ({ path, ...budget }) => {
  test.each([
    ["ko", desk],
    ["en", phone],
  ] as const)(
    "keeps its budget in %s, and nothing moves when the faces come late",
    async (language, screen) => {
      const { page, close } = await visit(shop, screen);
      page.setDefaultTimeout(patience);
      const [wire, shifts] = [await watchWire(page), await watchShifts(page)];
      const late = Promise.withResolvers<void>();
      await page.route(/\.woff2$/, async (route) => {
        await late.promise;
        await route.continue();
      });
      await page.goto(`${shop}/${language}${path}`, { waitUntil: "domcontentloaded" });
      await firstPainted(page);
      late.resolve();
      await quiet(page);
      await painted(page);
      expect(await shifts()).toEqual([]);
      const got = wire.all();
      const [spent, allowed] = [
        spentOf(got),
        new Map<string, string | number>(
          Object.entries({ ...budget, styles, fonts: fonts[language] }),
        ),
      ];
      const over = Object.entries(spent).filter(([what, kB]) => !(kB <= Number(allowed.get(what))));
      expect(over).toEqual([]);
      expect(spent.script).toBeGreaterThan(5);
      expect(spent.fonts).toBeGreaterThan(40);
      expect(packedWrongly(got)).toEqual([]);
      await close();
    },
    2 * patience,
  );
});

test.each(["", "/products", "/products/moon-jar", "/login"])(
  "on a slow phone network nothing of %p moves",
  async (path) => {
    const { page, close } = await visit(shop, phone);
    page.setDefaultTimeout(patience);
    const wire = await watchWire(page);
    const shifts = await watchShifts(page);
    await wire.slowDown(1_600_000, 150);
    await page.goto(`${shop}/ko${path}`, { waitUntil: "load" });
    await quiet(page);
    await painted(page);
    expect(await shifts()).toEqual([]);
    await close();
  },
  2 * patience,
);
