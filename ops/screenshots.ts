import { statSync } from "node:fs";
import { join, resolve } from "node:path";

import { chromium, type Browser, type Page } from "playwright-core";
import sharp from "sharp";

import { demoMembers } from "./local/demo-members.ts";

/** Takes the README's pictures of a running shop: `bun run screenshots [origin]`. */
const origin = process.argv[2] ?? "http://localhost:3000";
const folder = resolve(import.meta.dirname, "../docs/screenshots");
const widths = [1280, 390];
const [shopper] = demoMembers;

const logIn = async (page: Page) => {
  await page.goto(`${origin}/ko/login`);
  await page.locator("input[type=email]").fill(shopper.email);
  await page.locator("input[type=password]").fill(shopper.password);
  await page.locator("main form button[type=submit]").click();
  await page.waitForURL(`${origin}/ko/account`);
};

const putIn = async (page: Page) => {
  await page.goto(`${origin}/ko/products/celadon-tea-bowl`, { waitUntil: "networkidle" });
  await page.locator(".buy__row button.btn--act").click();
  await page.locator("dialog.drawer[open] .sums[aria-busy='false']").waitFor();
};

const pages: readonly { name: string; path: string; before?: (page: Page) => Promise<void> }[] = [
  { name: "home", path: "/ko" },
  { name: "listing", path: "/ko/categories/tea" },
  { name: "product", path: "/ko/products/moon-jar" },
  { name: "cart", path: "/ko/cart", before: putIn },
  { name: "checkout", path: "/ko/checkout" },
  { name: "developers", path: "/en/developers" },
  { name: "account", path: "/ko/account", before: logIn },
];

const shoot = async (browser: Browser, width: number) => {
  const context = await browser.newContext({
    viewport: { width, height: width > 600 ? 800 : 844 },
  });
  const page = await context.newPage();
  page.on("response", (reply) => {
    if (reply.status() >= 400) throw new Error(`${reply.url()} answered ${reply.status()}`);
  });
  for (const { name, path, before } of pages) {
    await before?.(page);
    await page.goto(`${origin}${path}`, { waitUntil: "networkidle" });
    const file = join(folder, `${name}-${width}.png`);
    const picture = await page.screenshot({ animations: "disabled" });
    await sharp(picture).png({ palette: true, quality: 80, effort: 10 }).toFile(file);
    process.stdout.write(`${file} ${Math.round(statSync(file).size / 1024)} kB\n`);
  }
  await context.close();
};

const browser = await chromium.launch({
  executablePath: process.env["CHROMIUM"] ?? Bun.which("chromium") ?? "chromium",
  args: ["--no-sandbox"],
});
for (const width of widths) await shoot(browser, width);
await browser.close();
