import { describe, expect, test } from "bun:test";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { chromium } from "playwright-core";
import sharp from "sharp";

import { program } from "./testing/browser";
import { startCatalogue, startPublicShop } from "./testing/shop";
import { daylight, night } from "./ui/colours";
import { moonJar } from "./ui/moon-jar";

const catalogue = await startCatalogue();
const shop = await startPublicShop(catalogue.url);

describe.each(["ko", "en"])("in %s", (language) => {
  test("the browser has nothing against keeping the shop on the home screen", async () => {
    const profile = mkdtempSync(join(tmpdir(), "jangteo-profile-"));
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: program ?? "chromium",
      args: ["--no-sandbox"],
    });
    try {
      const page = await context.newPage();
      await page.goto(`${shop}/${language}`);
      await page.evaluate("navigator.serviceWorker.ready.then(() => undefined)");
      const devtools = await context.newCDPSession(page);
      const { errors, data } = await devtools.send("Page.getAppManifest");
      expect(errors).toEqual([]);
      expect(JSON.parse(data ?? "")).toMatchObject({ lang: language, start_url: `/${language}` });
      const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
      expect(installabilityErrors).toEqual([]);
    } finally {
      await context.close();
      rmSync(profile, { recursive: true });
    }
  }, 30_000);

  test("the manifest's icons are what it says, and a mask cuts nothing of the jar", async () => {
    const manifest: { icons: { src: string; sizes: string; type: string; purpose: string }[] } =
      JSON.parse(await (await fetch(`${shop}/${language}/manifest.webmanifest`)).text());
    const pngs = manifest.icons.filter(({ type }) => type === "image/png");
    expect(pngs).toHaveLength(4);
    for (const { src, sizes, purpose } of pngs) {
      const reply = await fetch(shop + src);
      expect(reply.headers.get("content-type")).toBe("image/png");
      const icon = sharp(await reply.arrayBuffer());
      const { width, height } = await icon.metadata();
      expect(`${width}x${height}`).toBe(sizes);
      const { info } = await icon.trim({ background: daylight.paper }).toBuffer({
        resolveWithObject: true,
      });
      const reach = Math.hypot(info.width, info.height) / width;
      expect(info.width).toBeGreaterThan(width * 0.3);
      if (purpose === "maskable") expect(reach).toBeLessThan(0.8);
    }
  });
});

test("a page names its manifest, its icons and the colour of its frame by day and night", async () => {
  const html = await (await fetch(`${shop}/en/products`)).text();
  expect(html).toContain('rel="manifest" href="/en/manifest.webmanifest"');
  expect(html).toContain('rel="apple-touch-icon" href="/icons/apple-jar-180.png"');
  expect((await fetch(`${shop}/icons/apple-jar-180.png`)).status).toBe(200);
  for (const { paper } of [daylight, night])
    expect(html).toContain(`<meta name="theme-color" content="${paper}"`);
  for (const path of ["/icons/nothing.png", "/icons/constructor", "/xx/manifest.webmanifest"])
    expect((await fetch(shop + path)).status).toBe(404);
});

test("the colours and the mark outside of the pages are those of the pages", () => {
  const read = (file: string) => readFileSync(join(import.meta.dirname, file), "utf8");
  const token = (name: string) =>
    new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(read("ui/styles/tokens.css"));
  expect(token("paper")?.slice(1)).toEqual([daylight.paper, night.paper]);
  expect(token("ink")?.[1]).toBe(daylight.ink);
  expect(token("ink-2")?.[1]).toBe(daylight.ink2);
  expect(token("line")?.[1]).toBe(daylight.line);
  for (const bowl of moonJar) expect(read("app/icon.svg")).toContain(bowl);
});
