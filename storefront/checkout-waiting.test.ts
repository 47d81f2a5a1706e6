import { expect, test } from "bun:test";

import { openTill, words } from "./testing/till";

const till = await openTill();
const { state, origin, visit, open, press, payButton, fillIn, isAtProvider, comeBack } = till;
const { sayWhere, thanked } = till;
const { checkout: ko } = words.ko;
const minute = 60_000;

test.each([true, false])(
  "who lets the payment be finds the cart and the form as they were (JavaScript: %p)",
  async (javaScriptEnabled) => {
    const { page, close } = await visit({ javaScriptEnabled });
    await fillIn(page, "ko");
    await payButton(page, "ko").click();
    await isAtProvider(page);
    await open(page, "ko");
    await press(page, ko.underWay.cancel);
    await page.getByText(ko.failed.cancelled).waitFor();
    await payButton(page, "ko").waitFor();
    await page.getByText("자하문로 24길 7").waitFor();
    await close();
  },
  2 * minute,
);

test(
  "a payment that takes its time is waited for, through a lost connection",
  async () => {
    const { page, close } = await visit();
    await fillIn(page, "ko");
    await payButton(page, "ko").click();
    await isAtProvider(page);
    state.paid = "late";
    await comeBack(page, "ko");
    await page.getByText(ko.confirming.text).waitFor();
    await page.context().setOffline(true);
    await page.waitForRequest(/standing/);
    await page.context().setOffline(false);
    state.paid = "yes";
    await thanked(page, "ko");
    expect(state.orders).toHaveLength(1);
    await close();
  },
  2 * minute,
);

test(
  "without JavaScript the page that waits asks again by itself",
  async () => {
    const { page, close } = await visit({ javaScriptEnabled: false });
    await fillIn(page, "ko");
    await payButton(page, "ko").click();
    await isAtProvider(page);
    state.paid = "late";
    await comeBack(page, "ko");
    await page.getByText(ko.confirming.text).waitFor();
    state.paid = "yes";
    await thanked(page, "ko");
    await close();
  },
  2 * minute,
);

test(
  "nothing is bought by a form of another shop, and nobody sees another's checkout",
  async () => {
    const { page, close } = await visit();
    await sayWhere(page, "ko");
    const id = state.checkouts[0]?.id ?? "";
    const body = new URLSearchParams({ method: "card" });
    const send = (headers: Record<string, string>) =>
      fetch(`${origin}/ko/checkout/${id}/payment`, {
        method: "POST",
        body,
        headers,
        redirect: "manual",
      });
    expect((await send({ origin: "http://elsewhere.test" })).status).toBe(403);
    const asked = await page.request.get(`${origin}/ko/checkout/${crypto.randomUUID()}/pay`, {
      maxRedirects: 0,
    });
    expect(asked.status()).toBe(307);
    const reply = await page.request.get(`${origin}/ko/checkout`);
    expect(reply.headers()["cache-control"]).toContain("no-store");
    expect(reply.headers()["x-robots-tag"]).toContain("noindex");
    await close();
  },
  2 * minute,
);
