import { expect, test } from "bun:test";

import { expectAccessible } from "../../storefront/testing/browser.ts";
import { hiddenFields } from "../../storefront/testing/form.ts";
import { begin } from "./keeper.ts";
import { comeIn, newMember } from "./people.ts";
import type { Shop, Visit } from "./shop.ts";
import { cookieOf, openAs, openAsOwner, words } from "./staff.ts";

export const admissionJourneys = (shop: Shop, visit: Visit) => {
  test("a guest comes in first, a shopper finds nothing, and neither changes anything", async () => {
    const owner = await openAsOwner(shop, visit, "ko");
    const home = await begin({ shop, page: owner.page, language: "ko" }, "forbidden");
    const variant = `${home}/variants/${crypto.randomUUID()}`;
    const pages = [
      ...["/ko/admin", "/ko/admin/products", "/ko/admin/products/new", "/ko/admin/files"],
      ...[home, `${home}/options`, `${home}/variants`, `${home}/variants/new`],
      ...[`${home}/pictures`, `${home}/pictures/new?file=a.webp&url=/media/a.webp`],
      ...[variant, `${variant}/prices`, `${variant}/stock`],
      ...["/ko/admin/categories", "/ko/admin/categories/bowls", "/ko/admin/categories/new"],
      ...["/ko/admin/collections", "/ko/admin/collections/new", "/ko/admin/webhooks"],
    ];
    const shopper = await visit();
    await comeIn(shop, shopper.page, "ko", await newMember(shop, "ko"));
    const asShopper = { cookie: await cookieOf(shopper.page) };
    for (const path of pages) {
      const guest = await fetch(shop.origin + path, { redirect: "manual" });
      const to = new URL(guest.headers.get("location") ?? "", shop.origin);
      expect({ path, status: guest.status, to: to.pathname }).toEqual({
        ...{ path, status: 307, to: "/ko/login" },
      });
      const found = await fetch(shop.origin + path, { headers: asShopper, redirect: "manual" });
      expect({ path, status: found.status }).toEqual({ path, status: 404 });
    }

    const path = `${shop.origin}/ko/admin/products/new`;
    const asOwner = { cookie: await cookieOf(owner.page) };
    const form = hiddenFields(await (await fetch(path, { headers: asOwner })).text());
    const word = crypto.randomUUID().slice(0, 8);
    for (const spoken of ["ko", "en"]) form.set(`name.${spoken}`, `Smuggled ${word}`);
    form.set("category", "bowls");
    const origin = { origin: shop.origin };
    await fetch(path, {
      ...{ method: "POST", body: form, redirect: "manual" },
      headers: { ...asShopper, ...origin },
    });
    await fetch(path, {
      ...{ method: "POST", body: form, redirect: "manual" },
      headers: { ...asOwner, origin: "https://evil.test" },
    });
    const file = new FormData();
    file.set("file", new File(["slug"], "a.csv"));
    const send = (to: string, headers: Record<string, string>, method = "POST") =>
      fetch(shop.origin + to, {
        ...{ method, headers, redirect: "manual" },
        ...(method === "POST" && { body: file }),
      });
    for (const to of ["/admin/imports", "/admin/pictures"]) {
      expect((await send(to, { ...asShopper, ...origin })).status).toBe(403);
      expect((await send(to, { ...asOwner, origin: "https://evil.test" })).status).toBe(403);
      expect((await send(to, asOwner)).status).toBe(403);
      expect((await send(to, origin)).status).toBe(303);
    }
    expect((await send("/admin/exports", asShopper, "GET")).status).toBe(403);
    expect((await send("/admin/exports", {}, "GET")).status).toBe(303);
    const foreign = { ...asOwner, "sec-fetch-site": "cross-site" };
    expect((await send("/admin/exports", foreign, "GET")).status).toBe(403);
    await owner.page.goto(`${shop.origin}/ko/admin/products?q=${word}`);
    await owner.page.getByText(words.ko.list.none).waitFor();
    await Promise.all([owner.close(), shopper.close()]);
  }, 120_000);

  test("staff whose role does not include it are told so, and see what it does include", async () => {
    const small = { viewport: { width: 390, height: 900 } };
    const { page, close } = await openAs("support", shop, visit, "en", small);
    await page.getByRole("heading", { name: words.en.chart.title }).waitFor();
    expect(await page.getByText(words.en.overview.low).count()).toBe(0);
    await expectAccessible(page);
    const headers = { cookie: await cookieOf(page) };
    const file = (path: string) => fetch(shop.origin + path, { headers, redirect: "manual" });
    expect((await file("/admin/order-exports?locale=en")).headers.get("content-type")).toBe(
      "text/csv; charset=utf-8",
    );
    expect((await file("/admin/exports?locale=en")).status).toBe(403);
    await page.goto(`${shop.origin}/en/admin/products`);
    await page.getByText(words.en.closed.role).waitFor();
    await expectAccessible(page);
    await close();
  }, 90_000);

  test("nothing of it is kept by a cache or found by a search engine", async () => {
    const { page, close } = await openAsOwner(shop, visit, "en");
    const reply = await page.goto(`${shop.origin}/en/admin/products`);
    const headers = reply?.headers() ?? {};
    expect(headers["cache-control"]).toContain("private");
    expect(headers["cache-control"]).toContain("no-store");
    expect(headers["x-robots-tag"]).toContain("noindex");
    expect(await (await fetch(`${shop.origin}/robots.txt`)).text()).toContain("Disallow: /*/admin");
    await close();
  }, 60_000);
};
