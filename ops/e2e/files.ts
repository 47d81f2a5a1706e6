import { describe, expect, test } from "bun:test";
import { readFile } from "node:fs/promises";

import type { Page } from "playwright-core";

import { expectAccessible } from "../../storefront/testing/browser.ts";
import type { Shop, Visit } from "./shop.ts";
import { press } from "./shopper.ts";
import { cookieOf, openAsOwner, words } from "./staff.ts";

const takeIn = async (page: Page, language: "ko" | "en", csv: string, mode: "all" | "rows") => {
  const w = words[language].files;
  await page.getByRole("radio", { name: w.modes[mode] }).check();
  const buffer = Buffer.from(csv);
  await page.getByLabel(w.file).setInputFiles({ name: "p.csv", mimeType: "text/csv", buffer });
  await press(page, w.import);
};

/** A whole catalogue is read and compared before the report comes, and the report of before stands until then. */
const patient = { timeout: 60_000 };

const download = async (page: Page) => {
  const begun = page.waitForEvent("download");
  await page.locator("main a[download]").click();
  const file = await begun;
  expect(file.suggestedFilename()).toMatch(/^jangteo-products-[\d-]+\.csv$/);
  return readFile(await file.path(), "utf8");
};

/** The catalogue with the cell of one row replaced; the header is row 1. */
const spoiled = (csv: string, row: number, column: string, cell: string) => {
  const [header = "", ...lines] = csv.split("\r\n");
  const at = header.replace("\uFEFF", "").split(",").indexOf(column);
  const line = lines[row - 2] ?? "";
  const cells = line.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? [];
  const changed = cells.map((one, index) => (index === at ? `${cell},` : one)).join("");
  return [header, ...lines.with(row - 2, changed)].join("\r\n");
};

/** The row of a product that has one only: what it says, no other row of it contradicts. */
const lonely = (csv: string) => {
  const slugs = csv.split("\r\n").map((line) => line.split(",", 1)[0]);
  const at = slugs.findIndex(
    (slug, row) => row > 0 && slugs[row - 1] !== slug && slugs[row + 1] !== slug,
  );
  return at + 1;
};

export const fileJourneys = (shop: Shop, visit: Visit) => {
  test("a file that is too large is refused in words, however much of it was sent", async () => {
    const { page, close } = await openAsOwner(shop, visit, "en");
    const headers = { cookie: await cookieOf(page), origin: shop.origin };
    for (const tooMuch of [1, 1024 * 1024]) {
      const form = new FormData();
      form.set("mode", "all");
      form.set("file", new File([Buffer.alloc(64 * 2 ** 20 + tooMuch, "x")], "large.csv"));
      const path = `${shop.origin}/admin/imports?locale=en`;
      const sent = await fetch(path, { method: "POST", body: form, headers });
      expect(await sent.text()).toContain(words.en.files.failed.size);
    }
    await close();
  }, 120_000);

  describe.each([
    { language: "ko" as const, javaScriptEnabled: true, width: 390 },
    { language: "en" as const, javaScriptEnabled: false, width: 1280 },
  ])("in $language, JavaScript $javaScriptEnabled", (how) => {
    const { language, javaScriptEnabled } = how;
    const w = words[language].files;

    test("what was downloaded changes nothing when it is taken in; a wrong row is named", async () => {
      const { page, close } = await openAsOwner(shop, visit, language, {
        javaScriptEnabled,
        viewport: { width: how.width, height: 900 },
      });
      await page.goto(`${shop.origin}/${language}/admin/files`);
      if (javaScriptEnabled) await expectAccessible(page);
      const csv = await download(page);
      await takeIn(page, language, csv, "all");
      const told = page.locator("main .notice");
      await told.waitFor(patient);
      await page.getByRole("heading", { name: w.report, exact: true }).waitFor();
      expect(await told.innerText()).toMatch(
        language === "ko" ? /상품 0점을/ : /0 products changed/,
      );
      expect(await page.locator("main table").count()).toBe(0);

      await takeIn(page, language, spoiled(csv, 3, "width", "wide"), "all");
      const row = page.locator("main tbody tr");
      await row.getByRole("rowheader", { name: "3", exact: true }).waitFor(patient);
      expect(await row.count()).toBe(1);
      expect(await row.innerText()).toContain("width");
      if (javaScriptEnabled) await expectAccessible(page);
      expect(await download(page)).toBe(csv);

      const alone = lonely(csv);
      await takeIn(page, language, spoiled(csv, alone, "category", "nowhere"), "rows");
      await page.getByText(w.rules.unknown).waitFor(patient);
      expect(await row.getByRole("rowheader").innerText()).toBe(String(alone));
      await close();
    }, 120_000);
  });
};
