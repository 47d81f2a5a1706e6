import { describe, expect, test } from "bun:test";

import type { Page } from "playwright-core";

import { startBrowser, violations } from "./testing/browser";
import { addSizedCup } from "./testing/goods";
import { startCatalogue, startPublicShop } from "./testing/shop";

const catalogue = await startCatalogue();
await addSizedCup(catalogue.adminUrl);
const shop = await startPublicShop(catalogue.url);
const { visit } = await startBrowser();
const plain = { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } };

const names = (page: Page) => page.locator(".piece__name").allTextContents();

describe("a listing, without JavaScript,", () => {
  test("goes through the whole shelf page by page, and shows no piece twice", async () => {
    const { page, close } = await visit(shop, plain);
    await page.goto(`${shop}/ko/products`);
    const first = await names(page);
    const total = Number.parseInt(await page.locator(".list-bar output").innerText(), 10);
    await page.getByRole("link", { name: "다음 그릇 보기" }).click();
    await page.waitForURL(/after=/);
    const second = await names(page);
    expect(new Set([...first, ...second]).size).toBe(total);
    await page.getByRole("link", { name: "처음부터 보기" }).click();
    await page.waitForURL(/products$/);
    expect(await names(page)).toEqual(first);
    await close();
  }, 30_000);

  test("counts what each filter leaves, and takes each away again", async () => {
    const { page, close } = await visit(shop, plain);
    await page.goto(`${shop}/en/products`);
    const celadon = page.getByRole("checkbox", { name: /Celadon/ });
    const promised = await page.locator("label", { has: celadon }).locator(".num").innerText();
    await celadon.check();
    await page.getByRole("textbox", { name: "Highest price" }).fill("100000");
    await page.getByRole("checkbox", { name: /In stock only/ }).check();
    await page.locator("#filters").getByRole("button", { name: "Filter" }).click();
    await page.waitForURL(/maxPrice=100000/);
    const narrow = await names(page);
    expect(narrow.length).toBeGreaterThan(0);
    await page.getByRole("link", { name: /Up to ₩100,000/ }).click();
    await page.getByRole("link", { name: /In stock only/ }).click();
    await page.waitForURL(/products\?attribute=glaze%3Aceladon$/);
    const all = await names(page);
    expect(all).toHaveLength(Number(promised));
    expect(all.length).toBeGreaterThan(narrow.length);
    await close();
  }, 30_000);

  test("an empty shelf keeps its filters and leads elsewhere", async () => {
    const { page, close } = await visit(shop, plain);
    await page.goto(`${shop}/en/categories/tea?attribute=glaze:celadon&minPrice=99999999`);
    await page.getByRole("heading", { name: "Nothing matches" }).waitFor();
    expect(await page.getByRole("checkbox", { name: /Celadon/ }).isChecked()).toBe(true);
    await page.getByRole("link", { name: /From ₩99,999,999/ }).click();
    await page.waitForURL((url) => !url.searchParams.has("minPrice"));
    expect((await names(page)).length).toBeGreaterThan(0);
    await close();
  }, 30_000);
});

describe("a search", () => {
  test("forgives a slip, marks what it found, and works without JavaScript", async () => {
    const { page, close } = await visit(shop, { ...plain, viewport: { width: 390, height: 800 } });
    await page.goto(`${shop}/en`);
    await page.getByRole("button", { name: "Search" }).click();
    await page.getByRole("combobox").fill("celadn bowl");
    await page.getByRole("combobox").press("Enter");
    await page.waitForURL(/q=celadn/);
    expect((await names(page))[0]).toBe("Celadon tea bowl");
    const marked = await page.locator(".piece").first().locator("mark").allTextContents();
    expect(marked).toEqual(["Celadon", "bowl"]);
    await close();
  }, 30_000);

  test("suggests while one types, and is led by the keys alone", async () => {
    const { page, troubles, close } = await visit(shop);
    await page.goto(`${shop}/ko`, { waitUntil: "networkidle" });
    await page.getByRole("button", { name: "찾기" }).click();
    const field = page.getByRole("combobox", { name: "찾을 말" });
    await field.pressSequentially("달항");
    const option = page.getByRole("option", { name: "달항아리" }).last();
    await option.waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("ArrowUp");
    const active = await field.getAttribute("aria-activedescendant");
    expect(await page.getByRole("option", { selected: true }).getAttribute("id")).toBe(active);
    await page.keyboard.press("Escape");
    expect(await page.getByRole("option").count()).toBe(0);
    expect(await field.inputValue()).toBe("달항");
    await field.pressSequentially("아");
    await option.waitFor();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/products\/moon-jar$/);
    expect(troubles).toEqual([]);
    await close();
  }, 30_000);

  test("that finds nothing says so and shows the shelves", async () => {
    const { page, close } = await visit(shop, plain);
    await page.goto(`${shop}/ko/products?q=${encodeURIComponent("자전거")}`);
    await page.getByRole("heading", { name: "‘자전거’에 맞는 그릇이 없습니다" }).waitFor();
    await page.getByRole("navigation", { name: "다른 선반" }).getByText("차와 술").click();
    await page.waitForURL(/categories\/tea/);
    await close();
  }, 30_000);
});

describe("answers", () => {
  const get = (path: string) => fetch(shop + path, { redirect: "manual" });

  test("a product that has another slug now is found under it for good", async () => {
    const reply = await get("/ko/products/old-cup");
    expect(reply.status).toBe(308);
    expect(reply.headers.get("location")).toBe("/ko/products/sized-cup");
  });

  test("a category that is not there is 404, a page that was made up starts at the beginning", async () => {
    for (const path of ["categories/nothing", "categories/No", "collections/nothing"])
      expect([path, (await get(`/ko/${path}`)).status]).toEqual([path, 404]);
    const reply = await get("/ko/categories/tea?after=made-up");
    expect(reply.status).toBe(307);
    expect(reply.headers.get("location")).toBe("/ko/categories/tea");
  });

  test("a shelf's earlier address leads to its own for good, with all that was chosen", async () => {
    const reply = await get("/en/products?category=tea&attribute=glaze:ash&sort=price");
    expect(reply.status).toBe(308);
    expect(reply.headers.get("location")).toBe(
      "/en/categories/tea?attribute=glaze%3Aash&sort=price",
    );
  });

  test("absurd questions never break a page", async () => {
    const asked = [`q=${"가".repeat(500)}`, "q='; drop table x; --", "minPrice=-1&attribute=x"];
    for (const query of asked) expect((await get(`/en/products?${query}`)).status).toBe(200);
    expect((await get("/en/suggestions?q=")).status).toBe(400);
  });

  test("crawlers are led from robots.txt to every piece in both languages, and not to accounts", async () => {
    const robots = await (await get("/robots.txt")).text();
    expect(robots).toContain("Disallow: /*/account");
    const index = /^Sitemap: (.+)$/m.exec(robots)?.[1] ?? "";
    const addressesIn = async (url: string) => {
      const map = await (await fetch(url)).text();
      return [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = ""]) => address);
    };
    const maps = await addressesIn(index);
    const pages = (await Promise.all(maps.map(addressesIn))).flat();
    const total = Number(/([0-9]+) pieces/.exec(await (await get("/en/products")).text())?.[1]);
    for (const language of ["ko", "en"])
      expect(pages.filter((url) => url.includes(`/${language}/products/`))).toHaveLength(total);
    for (const path of [
      "",
      "/products",
      "/categories/tea",
      "/collections",
      "/collections/first-table",
    ])
      expect(pages).toContain(`${shop}/ko${path}`);
    expect(pages).not.toContain(`${shop}/ko/collections/empty`);
    expect((await get("/sitemaps/shelf-nothing.xml")).status).toBe(404);
  });

  test("a listing tells machines what stands on it, and filtered ones ask not to be kept", async () => {
    const listing = await (await get("/en/categories/tea")).text();
    expect(listing).toContain('"@type":"ItemList"');
    expect(listing).not.toContain('name="robots"');
    const filtered = await (await get("/en/categories/tea?attribute=glaze:ash")).text();
    expect(filtered).toMatch(/<meta name="robots" content="noindex, follow"/);
    expect(filtered).toContain(`<link rel="canonical" href="${shop}/en/categories/tea"`);
  });
});
