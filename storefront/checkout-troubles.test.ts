import { expect, test } from "bun:test";

import { violations } from "./testing/browser";
import { hiddenFields } from "./testing/form";
import { openTill, words } from "./testing/till";

const till = await openTill();
const { state, origin, visit, open, press, payButton, fillIn, isAtProvider, comeBack } = till;
const { thanked } = till;
const { checkout: ko } = words.ko;
const live = () => state.checkouts.filter(({ state: now }) => now === "requires_action").length;
const begun = () => state.asked.filter(({ asks }) => asks.endsWith("/completion"));
const minute = 60_000;

test(
  "a declined card is told in words, and nothing has to be typed again",
  async () => {
    const { page, close } = await visit();
    await fillIn(page, "ko");
    await payButton(page, "ko").click();
    await isAtProvider(page);
    state.paid = "declined";
    await comeBack(page, "ko");
    await page.getByText(ko.failed.insufficient_funds).waitFor();
    await page.getByText(ko.failed.safe).waitFor();
    expect(await violations(page)).toEqual([]);
    state.paid = "no";
    await payButton(page, "ko").click();
    await isAtProvider(page);
    state.paid = "yes";
    await comeBack(page, "ko");
    await thanked(page, "ko");
    expect(state.orders).toHaveLength(1);
    await close();
  },
  2 * minute,
);

test(
  "a button pressed twice, in two windows, and on a page that was left, begins one payment",
  async () => {
    const { page, close } = await visit();
    await fillIn(page, "ko");
    const other = await page.context().newPage();
    await open(other, "ko");
    await payButton(other, "ko").waitFor();
    await payButton(page, "ko").dblclick({ noWaitAfter: true });
    await payButton(other, "ko").click();
    await Promise.all([isAtProvider(page), isAtProvider(other)]);
    await page.goBack();
    await page.getByText(ko.underWay.title).or(payButton(page, "ko")).waitFor();
    expect(live()).toBe(1);
    expect(state.checkouts).toHaveLength(1);
    state.paid = "yes";
    await comeBack(other, "ko");
    await thanked(other, "ko");
    await open(page, "ko", `checkout/${state.checkouts[0]?.id}/pay`);
    await thanked(page, "ko");
    expect(state.orders).toHaveLength(1);
    await close();
  },
  2 * minute,
);

test(
  "one form sent five times at once has one key",
  async () => {
    const { page, close } = await visit({ javaScriptEnabled: false });
    await fillIn(page, "ko");
    const action = await page.locator("form[action$='/payment']").getAttribute("action");
    const body = hiddenFields(await page.content());
    body.set("method", "card");
    const headers = { origin, cookie: `gid=${"g".repeat(43)}` };
    const send = () =>
      fetch(`${origin}${action}`, { method: "POST", body, headers, redirect: "manual" });
    const replies = await Promise.all(Array.from({ length: 5 }, send));
    const id = state.checkouts[0]?.id ?? "";
    expect(new Set(replies.map((reply) => reply.headers.get("location")))).toEqual(
      new Set([`/ko/checkout/${id}/pay`]),
    );
    expect(new Set(begun().map(({ key }) => key)).size).toBe(1);
    await close();
  },
  2 * minute,
);

test.each([true, false])(
  "a price that changed is shown beside the old one, and asked again (JavaScript: %p)",
  async (javaScriptEnabled) => {
    const { page, close } = await visit({ javaScriptEnabled });
    await fillIn(page, "en");
    state.raise = 2000;
    await payButton(page, "en").click();
    await page.getByText("It was ₩79,000 and is now ₩81,000.").waitFor();
    if (javaScriptEnabled) await page.locator("#told:focus, #told :focus").waitFor();
    expect(live()).toBe(0);
    await payButton(page, "en", "81,000").click();
    await isAtProvider(page);
    expect(begun().at(-1)?.body).toMatchObject({ total: { amount: 81_000, currency: "KRW" } });
    await close();
  },
  2 * minute,
);

test(
  "what is sold out meanwhile is named",
  async () => {
    const { page, close } = await visit();
    await fillIn(page, "ko");
    state.soldOut = true;
    await payButton(page, "ko").click();
    await page.getByText("청자 다완: 다 팔렸습니다.").waitFor();
    expect(live()).toBe(0);
    await close();
  },
  2 * minute,
);

test(
  "what another window changed is shown before it is paid or written over",
  async () => {
    const { page, close } = await visit();
    await fillIn(page, "ko");
    const other = await page.context().newPage();
    await open(other, "ko", "checkout?edit=where");
    await open(page, "ko", "checkout?edit=where");
    await other.getByLabel(ko.fields.streetAddress, { exact: true }).fill("세종대로 110");
    await press(other, ko.toHow);
    await payButton(other, "ko").waitFor();
    await page.getByLabel(ko.fields.name).fill("김미나");
    await press(page, ko.toHow);
    await page.getByText(ko.meanwhile).waitFor();
    expect(await page.getByLabel(ko.fields.name).inputValue()).toBe("김미나");
    await press(page, ko.toHow);
    await payButton(page, "ko").waitFor();
    await payButton(other, "ko").click();
    await other.getByText(ko.trouble.meanwhile).waitFor();
    expect(live()).toBe(0);
    await close();
  },
  2 * minute,
);
