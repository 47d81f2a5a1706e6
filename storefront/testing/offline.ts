import type { Page } from "playwright-core";

import { startBrowser } from "./browser";
import { startCatalogue, startClosingPublicShop } from "./shop";

const wide = { viewport: { width: 1280, height: 900 } };

/** What the browser keeps, by kind: the paths of this shop. */
export const keptBy = (page: Page) =>
  page.evaluate<Record<string, string[]>>(`(async () => {
    const kept = {};
    for (const name of await caches.keys()) {
      const keys = await (await caches.open(name)).keys();
      kept[name] = keys.map(({ url }) => url.slice(origin.length));
    }
    return kept;
  })()`);
const paths = async (page: Page, kind: string) =>
  Object.entries(await keptBy(page)).flatMap(([name, kept]) =>
    name.startsWith(`${kind} of `) ? kept : [],
  );
export const keeps = async (page: Page, path: string) => {
  while (!(await paths(page, "pages")).includes(path)) await page.waitForTimeout(50);
};

/** A shop that may close, its catalogue, and a browser whose worker keeps what it sees. */
export const startOffline = async () => {
  const catalogue = await startCatalogue();
  const shop = await startClosingPublicShop(catalogue.url);
  const { visit } = await startBrowser();

  /** Opens the shop for the first time, and goes on once the worker stands by. */
  const firstVisit = async (path: string, options = {}) => {
    const visitor = await visit(shop.url, { ...wide, ...options });
    await visitor.page.goto(shop.url + path, { waitUntil: "networkidle" });
    await keeps(visitor.page, path);
    return visitor;
  };

  /** While the shop is closed and there is no connection. */
  const closed = async (page: Page, look: () => Promise<void>) => {
    await page.context().setOffline(true);
    await shop.close();
    try {
      await look();
    } finally {
      await shop.open();
      await page.context().setOffline(false);
    }
  };

  return { catalogue, shop, firstVisit, closed };
};
