import { describe, expect, test } from "bun:test";

import type { Page } from "playwright-core";

import { expectAccessible } from "../../storefront/testing/browser.ts";
import { hiddenFields } from "../../storefront/testing/form.ts";
import { begin, makeProduct, photograph, upload } from "./keeper.ts";
import type { Shop, Visit } from "./shop.ts";
import { press, titled } from "./shopper.ts";
import { cookieOf, openAsOwner, words } from "./staff.ts";

const label = (field: string, language: string) => `${field}, ${language}`;
const newWord = () => crypto.randomUUID().slice(0, 8);
const ways = [
  { language: "ko" as const, javaScriptEnabled: true, width: 1280 },
  { language: "en" as const, javaScriptEnabled: true, width: 390 },
  { language: "en" as const, javaScriptEnabled: false, width: 1280 },
];

const nameOfFocused = `(({ labels, textContent }) => labels?.[0]?.textContent ?? textContent)(
  document.activeElement)`;

/** Presses Tab until the focus is on what has this name. */
const tabTo = async (page: Page, name: string) => {
  for (const _ of Array.from({ length: 80 })) {
    await page.keyboard.press("Tab");
    if ((await page.evaluate<string>(nameOfFocused)).trim() === name) return;
  }
  throw new Error(`Tab does not lead to ${name}`);
};

export const adminJourneys = (shop: Shop, visit: Visit) => {
  test.each(ways)(
    "the owner makes a product from nothing to being sold: $language at $width, JavaScript $javaScriptEnabled",
    async ({ language, javaScriptEnabled, width }) => {
      const viewport = { width, height: 900 };
      const { page, close, troubles } = await openAsOwner(shop, visit, language, {
        javaScriptEnabled,
        viewport,
      });
      const look = javaScriptEnabled ? expectAccessible : undefined;
      await look?.(page);
      const word = newWord();
      const keeper = { shop, page, language, ...(look && { look }) };
      await makeProduct(keeper, word);
      await page.goto(`${shop.origin}/${language}/admin/products?q=sku-${word}`);
      await page.getByRole("link", { name: new RegExp(word) }).waitFor();
      await look?.(page);
      // The picture is served by whoever serves the media; here only the pages count.
      expect(troubles.filter((one) => !one.includes("/media/"))).toEqual([]);
      for (const [spoken, name] of [
        ["ko", `새 그릇 ${word}`],
        ["en", `New bowl ${word}`],
      ] as const) {
        await page.goto(`${shop.origin}/${spoken}/products?q=${word}`);
        await page.locator("main .piece").getByText(name).first().waitFor();
        await page.goto(`${shop.origin}/${spoken}/products/new-bowl-${word}`);
        await titled(page, name);
        await page
          .getByText(spoken === "ko" ? "38,000원" : "₩38,000")
          .first()
          .waitFor();
        await page
          .getByText(spoken === "ko" ? "두 손에 꼭 맞습니다." : "It fits two hands.")
          .waitFor();
      }
      await close();
    },
    180_000,
  );

  test.each([true, false])(
    "who was slower loses nothing, and undoes nothing of the other's; JavaScript %p",
    async (javaScriptEnabled) => {
      const { page, close } = await openAsOwner(shop, visit, "ko", { javaScriptEnabled });
      const w = words.ko;
      const word = newWord();
      const home = await begin({ shop, page, language: "ko" }, word);
      await page.goto(`${shop.origin}${home}`);
      const other = await page.context().newPage();
      await other.goto(`${shop.origin}${home}`);
      await other.getByLabel(label(w.fields.care, "한국어")).fill("손으로 씻습니다");
      await other.getByLabel(label(w.fields.name, "영어")).fill(`Their bowl ${word}`);
      await press(other, w.product.save);
      await other.getByText(w.done.saved, { exact: true }).waitFor();

      await page.getByLabel(label(w.fields.name, "한국어")).fill(`내 그릇 ${word}`);
      await page.getByLabel(label(w.fields.name, "영어")).fill(`My bowl ${word}`);
      await press(page, w.product.save);
      const told = page.locator("main [role=alert]");
      await told.getByText(w.stale.title).waitFor();
      await told.getByText(`Their bowl ${word}`).waitFor();
      await told.getByText("손으로 씻습니다").waitFor();
      if (javaScriptEnabled) {
        await page.locator("main [role=alert]:focus").waitFor();
        await expectAccessible(page);
      }
      const shown = (field: string) => page.getByLabel(field, { exact: true }).inputValue();
      expect(await shown(label(w.fields.name, "한국어"))).toBe(`내 그릇 ${word}`);
      expect(await shown(label(w.fields.name, "영어"))).toBe(`My bowl ${word}`);
      expect(await shown(label(w.fields.care, "한국어"))).toBe("손으로 씻습니다");
      await press(page, w.product.save);
      await page.getByText(w.done.saved, { exact: true }).waitFor();
      await page.goto(`${shop.origin}${home}`);
      expect(await shown(label(w.fields.name, "영어"))).toBe(`My bowl ${word}`);
      expect(await shown(label(w.fields.care, "한국어"))).toBe("손으로 씻습니다");
      await close();
    },
    120_000,
  );

  describe("a form of staff", () => {
    test("is sent by the keyboard alone, and leads to what is wrong", async () => {
      const { page, close } = await openAsOwner(shop, visit, "en");
      const w = words.en;
      await tabTo(page, w.overview.begin);
      await page.keyboard.press("Enter");
      await titled(page, w.begin.title);
      await tabTo(page, "Name, Korean");
      await page.keyboard.type("자판으로 만든 그릇");
      await page.keyboard.press("Enter");
      await page.locator("main [role=alert]:focus").getByText(w.errors.name).waitFor();
      await expectAccessible(page);
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      expect(await page.locator(":focus").getAttribute("id")).toBe("begin-name.en");
      await page.keyboard.type(`Keyboard bowl ${newWord()}`);
      await page.keyboard.press("Enter");
      await page.getByText(w.done.begun, { exact: true }).waitFor();
      await close();
    }, 90_000);

    test("sent three times at once makes one product", async () => {
      const { page, close } = await openAsOwner(shop, visit, "ko");
      const word = newWord();
      const path = `${shop.origin}/ko/admin/products/new`;
      const cookie = await cookieOf(page);
      const form = hiddenFields(await (await fetch(path, { headers: { cookie } })).text());
      for (const spoken of ["ko", "en"]) form.set(`name.${spoken}`, `Only one ${word}`);
      form.set("category", "bowls");
      const send = () =>
        fetch(path, {
          method: "POST",
          body: form,
          headers: { cookie, origin: shop.origin },
          redirect: "manual",
        });
      const replies = await Promise.all([send(), send(), send()]);
      expect(replies.some(({ status }) => status === 303)).toBe(true);
      expect((await send()).status).toBe(303);
      await page.goto(`${shop.origin}/ko/admin/products?q=${word}`);
      expect(await page.locator("main tbody tr").count()).toBe(1);
      await close();
    }, 90_000);

    test("says of a file that is no picture why it is not taken", async () => {
      const { page, close } = await openAsOwner(shop, visit, "en", {
        viewport: { width: 390, height: 900 },
      });
      const keeper = { shop, page, language: "en" as const };
      const home = await begin(keeper, newWord());
      const { refused } = words.en.pictures;
      await page.goto(`${shop.origin}${home}/pictures`);
      await upload(keeper, Buffer.from("<svg onload='alert(1)'/>"));
      await page.getByText(refused.type).waitFor();
      await expectAccessible(page);
      const heavy = new FormData();
      heavy.set("file", new File([Buffer.alloc(17 * 2 ** 20, 1)], "heavy.jpg"));
      const product = home.split("/").at(-1);
      const sent = await fetch(`${shop.origin}/admin/pictures?locale=en&product=${product}`, {
        method: "POST",
        body: heavy,
        headers: { cookie: await cookieOf(page), origin: shop.origin },
      });
      expect(await sent.text()).toContain(refused.heavy);
      const whole = await photograph();
      await upload(keeper, whole.subarray(0, whole.length - 200));
      await page.getByText(refused.type).or(page.getByText(refused.broken)).waitFor();
      await close();
    }, 90_000);
  });
};
