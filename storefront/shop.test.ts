import { describe, expect, test } from "bun:test";

import { overflow, startBrowser, violations } from "./testing/browser";
import { addSizedCup } from "./testing/goods";
import { startCatalogue, startPublicShop } from "./testing/shop";

const catalogue = await startCatalogue();
await addSizedCup(catalogue.adminUrl);
const shop = await startPublicShop(catalogue.url);
const { visit } = await startBrowser();

const pages = [
  "",
  "/products",
  "/categories/tea?attribute=glaze:celadon&view=scale",
  "/collections",
  "/collections/first-table",
  "/products?q=celadon",
  "/products?q=xyzzyq&availability=available",
  "/products/celadon-tea-bowl",
  "/products/moon-jar",
  "/wishlist",
  "/developers",
  "/login",
  "/signup",
  "/forgot",
  "/offline",
];
const languages = ["ko", "en"];

describe.each([
  { colorScheme: "light", width: 390 },
  { colorScheme: "dark", width: 390 },
  { colorScheme: "light", width: 1280 },
  { colorScheme: "dark", width: 1280 },
] as const)("$colorScheme, $width px wide", ({ colorScheme, width }) => {
  test.each(languages)(
    "every public page in %s breaks no accessibility rule and asks nobody outside",
    async (language) => {
      const visitor = await visit(shop, { colorScheme, viewport: { width, height: 900 } });
      for (const path of pages) {
        await visitor.page.goto(`${shop}/${language}${path}`);
        expect({ path, broken: await violations(visitor.page) }).toEqual({ path, broken: [] });
        expect({ path, over: await overflow(visitor.page) }).toEqual({ path, over: 0 });
      }
      expect(visitor.troubles).toEqual([]);
      await visitor.close();
    },
    60_000,
  );
});

test("nothing is pushed sideways on a screen of 320 px", async () => {
  const visitor = await visit(shop, { viewport: { width: 320, height: 640 } });
  for (const path of languages.flatMap((language) => pages.map((page) => `/${language}${page}`))) {
    await visitor.page.goto(shop + path);
    expect({ path, over: await overflow(visitor.page) }).toEqual({ path, over: 0 });
  }
  await visitor.close();
}, 60_000);

test("without JavaScript one reads, filters, opens the menu and chooses the theme", async () => {
  const { page, close } = await visit(shop, {
    javaScriptEnabled: false,
    viewport: { width: 390, height: 800 },
  });
  await page.goto(`${shop}/ko/products`);
  await page.getByRole("button", { name: "거르기" }).first().click();
  await page.getByRole("checkbox", { name: /청자/ }).check();
  await page.locator("#filters").getByRole("button", { name: "거르기" }).click();
  await page.waitForURL(/attribute=glaze(:|%3A)celadon/);
  expect(await page.locator(".piece").count()).toBe(4);
  await page.getByRole("button", { name: "어둡게 보기" }).click();
  await page.waitForSelector("html[data-theme=dark]");
  await page.getByRole("button", { name: "메뉴 열기" }).click();
  await page.getByRole("navigation", { name: "주 메뉴" }).getByText("차와 술").click();
  await page.waitForURL(/categories\/tea/);
  expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
  await close();
}, 30_000);

test("a keyboard skips to the goods, and a new page begins at its title", async () => {
  const { page, close } = await visit(shop, { viewport: { width: 1280, height: 800 } });
  await page.goto(`${shop}/en`, { waitUntil: "networkidle" });
  await page.keyboard.press("Tab");
  expect(await page.evaluate("document.activeElement.textContent")).toBe("Skip to content");
  await page.getByRole("link", { name: "Celadon tea bowl" }).first().focus();
  await page.keyboard.press("Enter");
  await page.locator("h1:focus", { hasText: "Celadon tea bowl" }).waitFor();
  await page.getByRole("link", { name: "한국어" }).click();
  await page.waitForURL(`${shop}/ko/products/celadon-tea-bowl`);
  expect(await page.locator("html").getAttribute("lang")).toBe("ko");
  await close();
}, 30_000);

test("the API reference shows what answers, names what does not, and asks nobody outside", async () => {
  const { page, troubles, close } = await visit(shop);
  await page.goto(`${shop}/developers/reference`);
  await page.getByText("/v1/products/{slug}").first().waitFor();
  expect(await page.getByRole("status").first().textContent()).toContain(
    "auth, member, order, payment: no answer",
  );
  expect(troubles).toEqual([]);
  await close();
}, 30_000);

describe("answers", () => {
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(shop + path, { headers, redirect: "manual" });

  test("the shop opens in the visitor's language", async () => {
    const korean = await get("/", { "accept-language": "ko-KR,ko;q=0.9,en;q=0.8" });
    const english = await get("/", { "accept-language": "en-GB" });
    expect(
      [korean, english].map((reply) => new URL(reply.headers.get("location") ?? "", shop).pathname),
    ).toEqual(["/ko", "/en"]);
  });

  test("what does not exist is 404, in the visitor's language", async () => {
    for (const path of ["/ko/nowhere", "/ko/products/nothing", "/ko/products/No%20Slug"]) {
      const reply = await get(path);
      expect({ path, status: reply.status }).toEqual({ path, status: 404 });
      expect(await reply.text()).toContain("이 자리는 비어 있습니다");
    }
  });

  test("without scripts, too, it says so and leads on", async () => {
    const { page, close } = await visit(shop, { javaScriptEnabled: false });
    for (const path of ["/en/nowhere", "/en/products/nothing"]) {
      await page.goto(shop + path);
      await page.getByRole("heading", { name: "Nothing stands here" }).waitFor();
    }
    await page.getByRole("link", { name: "See every piece" }).click();
    expect(new URL(page.url()).pathname).toBe("/en/products");
    await close();
  });

  test("every script of a page carries the nonce of that answer, never one sent in", async () => {
    const ask = () =>
      get("/ko", { "x-nonce": "theirs", "content-security-policy": "script-src 'nonce-theirs'" });
    const seen = await Promise.all(
      [ask(), ask()].map(async (asked) => {
        const reply = await asked;
        const policy = reply.headers.get("content-security-policy") ?? "";
        const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
        const scripts = (await reply.text()).match(/<script\b[^>]*>/g) ?? [];
        expect(policy).toContain("'strict-dynamic'");
        expect(policy).toContain("frame-ancestors 'none'");
        expect(scripts.length).toBeGreaterThan(0);
        expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
        return nonce;
      }),
    );
    expect(new Set(seen).size).toBe(2);
    expect(seen).not.toContain("theirs");
  });

  test("pictures are served and kept, and nothing else of the disk is", async () => {
    const picture = await get("/media/moon-jar-main.webp");
    expect(picture.headers.get("content-type")).toBe("image/webp");
    const etag = picture.headers.get("etag") ?? "";
    expect((await get("/media/moon-jar-main.webp", { "if-none-match": etag })).status).toBe(304);
    for (const name of ["nothing.webp", "..%2fproducts.ts", "%2e%2e%2f%2e%2e%2fpackage.json"])
      expect((await get(`/media/${name}`)).status).toBeGreaterThanOrEqual(400);
  });
});

test("while the catalogue is down the shelf stays, dated, and no page is blank", async () => {
  const read = async (path: string) => {
    const reply = await fetch(shop + path);
    return { status: reply.status, text: await reply.text() };
  };
  const isDated = async () => /\d\d:\d\d 기준 가격/.test((await read("/ko")).text);
  await read("/ko/products/white-rice-bowl");
  await read("/ko");
  await catalogue.kill();
  while (!(await isDated())) await Bun.sleep(50);
  const home = await read("/ko");
  expect(home.status).toBe(200);
  expect(home.text).toContain("달항아리");
  expect((await read("/ko/products/white-rice-bowl")).text).toContain("32,000원");
  const unseen = await read("/en/products/onggi-storage-jar");
  expect(unseen.status).toBe(200);
  expect(unseen.text).toContain("Your account and orders are safe");
  await catalogue.start();
  while (await isDated()) await Bun.sleep(50);
}, 60_000);
