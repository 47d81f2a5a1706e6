import { expect, test } from "bun:test";

import type { BrowserContext, Page } from "playwright-core";
import { z } from "zod";

import { expectAccessible } from "../../storefront/testing/browser.ts";
import { cards, fillIn, goAndPay, payWith, said, thanked } from "./buying.ts";
import type { Shop, Visit } from "./shop.ts";
import { type Language, press, words } from "./shopper.ts";
import { openAsOwner } from "./staff.ts";

const patience = 180_000;
const Sold = z.looseObject({
  lines: z.array(z.looseObject({ id: z.string() })),
  fulfilments: z.array(z.looseObject({ id: z.string() })),
  returns: z.array(z.looseObject({ id: z.string() })),
});

/** Buys something as a guest; on the page of the order afterwards. */
export const buy = async (shop: Shop, page: Page, language: Language) => {
  await fillIn(shop, page, language);
  await goAndPay(shop, page, language);
  await payWith(page, language, cards.good);
  await thanked(page, language);
  await page.getByRole("link", { name: said[language].orders.thanks.see }).click();
  await page.waitForURL(/\/orders\/[\w-]+$/);
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
};

/** What staff do with an order, as their own browser may. */
const staffOf =
  ({ origin }: Shop, context: BrowserContext) =>
  async (path: string, data: object) => {
    const reply = await context.request.post(`${origin}/api/sales/orders/${path}`, {
      headers: { origin, "x-csrf": "1", "idempotency-key": crypto.randomUUID() },
      data,
    });
    if (!reply.ok()) throw new Error(`${path}: ${reply.status()} ${await reply.text()}`);
    return Sold.parse(await reply.json());
  };

/** Looks at a page that was gone to by script, which has no title for a moment. */
export const lookAfresh = async (page: Page) => {
  await page.reload({ waitUntil: "networkidle" });
  await expectAccessible(page);
};

/** Has all of the first line of an order sent and brought. */
export const deliverAll = async (shop: Shop, context: BrowserContext, id: string) => {
  const staff = staffOf(shop, context);
  const read = await context.request.get(`${shop.origin}/api/sales/orders/${id}`);
  const { lines } = Sold.parse(await read.json());
  const plan = { lines: [{ lineId: lines[0]?.id, quantity: 1 }] };
  const parcel = (await staff(`${id}/fulfilments`, plan)).fulfilments[0]?.id;
  await staff(`${id}/fulfilments/${parcel}/shipment`, { carrier: "CJ", trackingNumber: "1" });
  await staff(`${id}/fulfilments/${parcel}/delivery`, {});
};

/** After the purchase: by forms, with and without JavaScript. */
export const afterSaleJourneys = (shop: Shop, visit: Visit) => {
  test.each([
    ["ko", true],
    ["en", false],
  ] as const)(
    "in %s, with JavaScript: %p, a guest cancels an order, and sees that the money went back",
    async (language, javaScriptEnabled) => {
      const { page, close } = await visit({
        javaScriptEnabled,
        viewport: { width: 390, height: 900 },
      });
      await buy(shop, page, language);
      const look = async () => (javaScriptEnabled ? lookAfresh(page) : undefined);
      const { after, titles, facts } = said[language].orders;
      await page.getByRole("link", { name: after.cancel }).click();
      await page.getByRole("button", { name: after.cancelNow }).waitFor();
      await look();
      await page.getByLabel(after.cancelReason).fill("마음이 바뀌었습니다");
      await press(page, after.cancelNow);
      await page.getByText(after.cancelled, { exact: true }).waitFor();
      await page.getByRole("heading", { level: 1, name: titles.cancelled }).waitFor();
      await page.getByText(facts.refunded.replace("{amount}", "").trim()).first().waitFor();
      expect(await page.getByRole("link", { name: after.cancel }).count()).toBe(0);
      await look();
      await close();
    },
    patience,
  );

  test.each([
    ["ko", true],
    ["en", false],
  ] as const)(
    "in %s, with JavaScript: %p, a guest returns what arrived, and is told each step to the refund",
    async (language, javaScriptEnabled) => {
      const owner = await openAsOwner(shop, visit, language);
      const staff = staffOf(shop, owner.page.context());
      const { page, close } = await visit({
        javaScriptEnabled,
        viewport: { width: 1280, height: 900 },
      });
      const id = await buy(shop, page, language);
      const look = async () => (javaScriptEnabled ? lookAfresh(page) : undefined);
      const { after, events, facts } = said[language].orders;
      const { lines } = Sold.parse(
        await (
          await owner.page.context().request.get(`${shop.origin}/api/sales/orders/${id}`)
        ).json(),
      );
      const plan = { lines: [{ lineId: lines[0]?.id, quantity: 1 }] };
      const parcel = (await staff(`${id}/fulfilments`, plan)).fulfilments[0]?.id;
      const carried = { carrier: "CJ", trackingNumber: "1234-5678" };
      await staff(`${id}/fulfilments/${parcel}/shipment`, carried);
      await page.reload();
      await page.getByText("CJ 1234-5678").waitFor();
      await staff(`${id}/fulfilments/${parcel}/delivery`, {});
      await page.reload();
      await page.getByRole("link", { name: after.return }).click();
      await page.getByRole("button", { name: after.returnNow }).waitFor();
      await look();
      await press(page, after.returnNow);
      await page.getByText(words[language].forms.errors.note).first().waitFor();
      const reason = page.getByLabel(after.returnReason);
      const units = page.getByRole("spinbutton");
      const { forms } = words[language];
      for (const [many, refusal] of [
        ["0", forms.nothingChosen],
        ["5", forms.tooLate],
      ] as const) {
        await reason.fill("테두리가 깨졌습니다");
        await units.fill(many);
        await press(page, after.returnNow);
        await page.locator("main [role=alert]").getByText(refusal).waitFor();
        expect([await units.inputValue(), await reason.inputValue()]).toEqual([
          many,
          "테두리가 깨졌습니다",
        ]);
      }
      await units.fill("1");
      await press(page, after.returnNow);
      await page.getByText(after.asked, { exact: true }).waitFor();
      await page.getByText(events.return_requested).waitFor();
      const back = (await staff(`${id}/notes`, { text: "봤음" })).returns[0]?.id;
      await staff(`${id}/returns/${back}/approval`, {});
      await staff(`${id}/returns/${back}/receipt`, { sellable: false });
      await staff(`${id}/returns/${back}/refund`, {});
      await page.reload();
      await page.getByText(events.return_refunded).waitFor();
      await page.getByText(facts.refunded.replace("{amount}", "").trim()).first().waitFor();
      await Promise.all([close(), owner.close()]);
    },
    patience,
  );
};
