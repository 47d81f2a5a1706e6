import { describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { z } from "zod";

import { startBrowser, violations } from "./testing/browser";
import { addSizedCup } from "./testing/goods";
import { startMerchant } from "./testing/merchant";
import { startPublicShop } from "./testing/shop";

const merchant = await startMerchant("redis://127.0.0.1:1");
await addSizedCup(merchant.adminUrl);
await merchant.price("sized-cup", 18_000, { minQuantity: 2 });
const photo = join(import.meta.dirname, "../ops/demo/pictures/moon-jar-wide.webp");
await merchant.photograph("sized-cup", readFileSync(photo));
const shop = await startPublicShop(merchant.catalogue.url);
const { visit } = await startBrowser();
const Piece = z.object({ slug: z.string(), maker: z.string(), form: z.string() });
const plain = { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } };

describe("a product", () => {
  test("is chosen by its options, without JavaScript, with the price and stock of the choice", async () => {
    const { page, close } = await visit(shop, plain);
    await page.goto(`${shop}/en/products/sized-cup`);
    expect(await page.locator(".buy__price").innerText()).toContain("25,000");
    await page.getByRole("link", { name: "Small Sold out" }).click();
    await page.waitForURL(/size=small/);
    expect(await page.locator(".buy__price").innerText()).toContain("20,000");
    expect(await page.locator(".buy .status").innerText()).toBe("Sold out");
    await page.goto(`${shop}/ko/products/sized-cup?size=large`);
    expect(await page.locator(".facts").innerText()).toContain("SIZED-L");
    expect(await page.locator(".choose [aria-current]").innerText()).toBe("큰 것");
    await close();
  }, 30_000);

  test("breaks no accessibility rule with its options and with what was seen before", async () => {
    const { page, troubles, close } = await visit(shop, { viewport: { width: 390, height: 800 } });
    for (const language of ["ko", "en"]) {
      await page.goto(`${shop}/${language}/products/moon-jar`, { waitUntil: "networkidle" });
      await page.goto(`${shop}/${language}/products/sized-cup`);
      await page.locator(".seen li").waitFor();
      expect(await violations(page)).toEqual([]);
    }
    await page.getByRole("button", { name: "Forget these" }).click();
    expect(await page.locator(".seen").count()).toBe(0);
    await page.reload({ waitUntil: "networkidle" });
    expect(await page.locator(".seen").count()).toBe(0);
    expect(troubles).toEqual([]);
    await close();
  }, 30_000);

  test("tells machines what it is, what it costs and where it stands", async () => {
    const { page, close } = await visit(shop, plain);
    await page.goto(`${shop}/en/products/celadon-tea-bowl?utm_source=x`);
    const told = await page.locator('script[type="application/ld+json"]').allTextContents();
    const [product, path] = told.map((json) => JSON.parse(json));
    expect(product).toMatchObject({ "@type": "Product", name: "Celadon tea bowl" });
    expect(product.offers[0]).toMatchObject({ price: "38000", priceCurrency: "KRW" });
    expect(path.itemListElement.map(({ name }: { name: string }) => name)).toEqual([
      "Jangteo",
      "Tea and drink",
      "Tea bowls",
      "Celadon tea bowl",
    ]);
    const linked = (selector: string) => page.locator(`head ${selector}`).first();
    expect(await linked("link[rel=canonical]").getAttribute("href")).toBe(
      `${shop}/en/products/celadon-tea-bowl`,
    );
    expect(await linked("link[hreflang=ko]").getAttribute("href")).toBe(
      `${shop}/ko/products/celadon-tea-bowl`,
    );
    const picture = await linked('meta[property="og:image"]').getAttribute("content");
    expect(picture).toBe(`${shop}/og/en/products/celadon-tea-bowl.jpg`);
    await close();
  }, 30_000);

  test("says what one costs when more are taken, and what it cost before it was cut", async () => {
    const { page, close } = await visit(shop, plain);
    await page.goto(`${shop}/ko/products/sized-cup?size=small`);
    await page.getByText("두 점부터 한 점에 18,000원").waitFor();
    await page.goto(`${shop}/en/products/sized-cup?size=small`);
    await page.getByText("₩18,000 each from 2").waitFor();
    await page.goto(`${shop}/en/categories/tea?q=sized`);
    expect(await page.locator(".piece .price").first().innerText()).toBe("From ₩20,000");
    await close();
  }, 30_000);

  test("leads to pieces of its maker, its form, its collections or its shelf, and not to itself", async () => {
    const { page, close } = await visit(shop, plain);
    const slug = "celadon-tea-bowl";
    const find = async (other: string) =>
      Piece.parse(await (await fetch(`${merchant.catalogue.url}/v1/products/${other}`)).json());
    const own = await find(slug);
    await page.goto(`${shop}/en/products/${slug}`);
    const links = await page.locator("section[aria-labelledby=related] .piece__name").all();
    const paths = await Promise.all(links.map((one) => one.getAttribute("href")));
    expect(paths.length).toBe(6);
    const others = await Promise.all(paths.map((path) => find(path?.split("/").at(-1) ?? "")));
    const isClose = others.map((other) => other.maker === own.maker || other.form === own.form);
    expect(others.map((other) => other.slug)).not.toContain(slug);
    expect(new Set(paths).size).toBe(6);
    expect(isClose.slice(0, 3)).toEqual([true, true, true]);
    await close();
  }, 30_000);
});

describe("pictures", () => {
  test.each([
    { width: 390, file: "480" },
    { width: 1280, file: "960" },
  ])(
    "come in the size that fits a screen of $width px",
    async ({ width, file }) => {
      const { page, troubles, close } = await visit(shop, { viewport: { width, height: 900 } });
      await page.goto(`${shop}/ko/products/sized-cup`, { waitUntil: "networkidle" });
      const shown = await page.locator(".gallery__main").evaluate((img) => ({
        source: String(Reflect.get(img, "currentSrc")),
        width: Number(Reflect.get(img, "naturalWidth")),
      }));
      expect(shown.source).toMatch(new RegExp(`-${file}\\.avif$`));
      expect(shown.width).toBeGreaterThan(0);
      expect(troubles).toEqual([]);
      await close();
    },
    30_000,
  );

  test("keep their place, and all but the first wait until they are near", async () => {
    const { page, close } = await visit(shop, plain);
    for (const path of ["/ko/products", "/ko/products/celadon-tea-bowl"]) {
      await page.goto(shop + path);
      const pictures = await page.evaluate<{ place: boolean; when: string }[]>(
        `[...document.querySelectorAll("main img")].map((img) => ({
          place: img.hasAttribute("width") && img.hasAttribute("height"),
          when: img.getAttribute("loading") + " " + img.getAttribute("fetchpriority"),
        }))`,
      );
      const [first, ...rest] = pictures.map(({ when }) => when);
      expect(pictures.every(({ place }) => place)).toBe(true);
      expect(first).toBe("eager high");
      expect(new Set(rest)).toEqual(new Set(["lazy auto"]));
    }
    await close();
  }, 30_000);
});

describe("prices in dollars", () => {
  test("are chosen without JavaScript, and are the same on shelves, in filters and for machines", async () => {
    const { page, close } = await visit(shop, plain);
    await page.goto(`${shop}/en/categories/tea?minPrice=1000`);
    await page.getByRole("button", { name: "$ dollars" }).click();
    await page.waitForURL(`${shop}/en/categories/tea`);
    const prices = await page.locator(".piece .price").allInnerTexts();
    expect(prices.every((price) => /\$\d/.test(price) && !price.includes("₩"))).toBe(true);
    await page.getByRole("textbox", { name: "Highest price" }).fill("20");
    await page.locator("#filters").getByRole("button", { name: "Filter" }).click();
    await page.waitForURL(/maxPrice=20/);
    await page.getByRole("link", { name: /Up to \$20/ }).waitFor();
    const dear = (await page.locator(".piece .price").allInnerTexts()).map((price) =>
      Number(/[\d.]+$/.exec(price)?.[0]),
    );
    expect(dear.length).toBeGreaterThan(0);
    expect(Math.max(...dear)).toBeLessThanOrEqual(20);
    await page.goto(`${shop}/en/products/sized-cup`);
    const [told = ""] = await page.locator('script[type="application/ld+json"]').allTextContents();
    expect(JSON.parse(told).offers[0]).toMatchObject({ price: "15.00", priceCurrency: "USD" });
    await page.getByRole("button", { name: "₩ won" }).click();
    await page.getByText("₩25,000").first().waitFor();
    await close();
  }, 30_000);
});

test("while a page is on its way its bones stand there, nothing jumps, and its title takes the focus", async () => {
  const { page, troubles, close } = await visit(shop, {
    viewport: { width: 1280, height: 900 },
    serviceWorkers: "block",
  });
  await page.goto(`${shop}/en/categories/tea`, { waitUntil: "networkidle" });
  await page.evaluate(`window.moved = 0; new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) if (!shift.hadRecentInput) window.moved += shift.value;
  }).observe({ type: "layout-shift" })`);
  const arrival = Promise.withResolvers<void>();
  await page.route(/products\/celadon-tea-bowl\?_rsc/, async (route) => {
    await arrival.promise;
    await route.continue();
  });
  await page.getByRole("link", { name: "Celadon tea bowl" }).first().click();
  await page.locator(".bones .gallery").waitFor();
  arrival.resolve();
  await page.locator("h1:focus", { hasText: "Celadon tea bowl" }).waitFor();
  expect(await page.locator(".bones").count()).toBe(0);
  expect(await page.evaluate<number>("window.moved")).toBeLessThan(0.02);
  expect(troubles).toEqual([]);
  await close();
}, 30_000);
