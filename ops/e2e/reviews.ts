import { expect, test } from "bun:test";

import type { Page } from "playwright-core";

import reviewsEn from "../../storefront/messages/en/reviews.json";
import reviewsKo from "../../storefront/messages/ko/reviews.json";
import { expectAccessible } from "../../storefront/testing/browser.ts";
import { buy, deliverAll, lookAfresh } from "./after-sale.ts";
import { said as orderWords } from "./buying.ts";
import { comeIn, newMember } from "./people.ts";
import type { Shop, Visit } from "./shop.ts";
import { press, titled, words as shopWords } from "./shopper.ts";
import { openAsOwner, words } from "./staff.ts";

const said = { ko: reviewsKo, en: reviewsEn };
const ways = [
  { language: "ko" as const, javaScriptEnabled: true, width: 390 },
  { language: "en" as const, javaScriptEnabled: false, width: 1280 },
];
const bowl = "white-rice-bowl";

/** Comes back to a page until it shows what was published a moment ago. */
const seen = async (page: Page, text: string): Promise<void> => {
  if ((await page.getByText(text, { exact: true }).count()) > 0) return;
  await page.reload();
  await seen(page, text);
};

/** From the parcel to what others read of its piece. */
export const reviewJourneys = (shop: Shop, visit: Visit) => {
  test.each(ways)(
    "who received a piece says what it is like, staff show it, and its author takes it back: $language, JavaScript $javaScriptEnabled",
    async ({ language, javaScriptEnabled, width }) => {
      const how = { javaScriptEnabled, viewport: { width, height: 900 } };
      const [owner, visited] = [await openAsOwner(shop, visit, language, how), await visit(how)];
      const { page } = visited;
      const look = async () => (javaScriptEnabled ? lookAfresh(page) : undefined);
      const s = said[language];
      const { reviews: a, done } = words[language];
      const { forms } = shopWords[language];
      const home = `${shop.origin}/${language}`;
      const own = `${home}/account/reviews`;
      const text = `물을 부으면 빛깔이 살아납니다 ${crypto.randomUUID()}`;

      await comeIn(shop, page, language, await newMember(shop, language));
      const id = await buy(shop, page, language);
      const order = page.url();
      await page.goto(own);
      await page.getByRole("heading", { name: s.nothing }).waitFor();
      await look();
      await deliverAll(shop, owner.page.context(), id);
      await page.goto(order);
      await page.getByRole("link", { name: orderWords[language].orders.after.review }).click();
      await titled(page, s.own);
      await look();
      await page.locator("main a[href*='/account/reviews/']").click();
      await page.getByRole("button", { name: s.form.send }).waitFor();
      await look();
      await press(page, s.form.send);
      const summary = page.locator("main [role=alert]");
      await summary.getByText(forms.errors.rating).waitFor();
      await summary.getByText(forms.errors.paragraph).waitFor();
      await page.getByText(s.form.points.replace("{points}", "4"), { exact: true }).click();
      await page.getByLabel(s.form.text).fill(text);
      await page.getByLabel(s.form.authorName).fill("서연");
      await press(page, s.form.send);
      await page.getByText(s.done.said, { exact: true }).waitFor();
      await page.getByText(s.states.pending, { exact: true }).waitFor();

      const waiting = owner.page.locator("article", { hasText: text });
      const shelf = `${home}/products/${bowl}`;
      await owner.page.goto(`${home}/admin/reviews`);
      await titled(owner.page, a.title);
      if (javaScriptEnabled) await expectAccessible(owner.page);
      await page.goto(shelf);
      expect(await page.getByText(text).count()).toBe(0);
      await waiting.getByText(a.publish, { exact: true }).click();
      await owner.page.getByText(done.moderated, { exact: true }).waitFor();
      expect(await waiting.count()).toBe(0);
      await seen(page, text);
      await look();
      const data = await page.locator('script[type="application/ld+json"]').allTextContents();
      expect(data.join("")).toContain('"aggregateRating"');
      await page.goto(`${shelf}/reviews`);
      await seen(page, text);
      await look();

      await owner.page.goto(`${home}/admin/reviews?view=published`);
      await waiting.getByLabel(a.note).waitFor();
      await page.goto(own);
      await page.locator("main a[href*='/account/reviews/']").click();
      await page.getByLabel(s.form.text).fill(`${text} 그렇습니다`);
      await press(page, s.form.change);
      await page.getByText(s.done.said, { exact: true }).waitFor();
      await waiting.getByText(a.reject, { exact: true }).click();
      await owner.page.getByText(done.changed, { exact: true }).waitFor();
      await waiting.getByText(`${text} 그렇습니다`).waitFor();
      await page.locator("main a[href*='/account/reviews/']").click();
      await press(page, s.form.remove);
      await page.getByText(s.done.removed, { exact: true }).waitFor();
      expect(owner.troubles).toEqual([]);
      await Promise.all([owner.close(), visited.close()]);
    },
    180_000,
  );

  test("who has not received a piece is told so, and a guest comes in first", async () => {
    const { page, close } = await visit();
    await page.goto(`${shop.origin}/en/products/${bowl}`);
    await page.getByRole("link", { name: said.en.write }).click();
    await titled(page, shopWords.en.account.login.title);
    const back = page.url();
    await comeIn(shop, page, "en", await newMember(shop, "en"));
    await page.goto(back);
    await page.getByRole("heading", { name: said.en.notReceived }).waitFor();
    await close();
  }, 120_000);
};
