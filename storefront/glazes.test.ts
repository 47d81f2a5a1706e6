import { expect, test } from "bun:test";

import { products } from "../ops/demo/products";
import { seedProducts } from "../ops/local/demo-products";
import { startBrowser, violations } from "./testing/browser";
import { startCatalogue, startPublicShop } from "./testing/shop";

const glazed = products.find(
  ({ choice, images }) =>
    choice?.option.code === "glaze" &&
    choice.variants.every(({ stock }) => stock > 0) &&
    images.some(({ glaze }) => glaze !== undefined),
);
if (!glazed) throw new Error("no demo piece comes in several glazes");
const catalogue = await startCatalogue();
seedProducts(catalogue.adminUrl, [glazed]);
const shop = await startPublicShop(catalogue.url);
const { visit } = await startBrowser();

test.each([
  { language: "ko" as const, javaScriptEnabled: false, viewport: { width: 1280, height: 900 } },
  { language: "en" as const, javaScriptEnabled: true, viewport: { width: 390, height: 800 } },
])(
  "a piece is shown in the glaze that is chosen: $language, JavaScript $javaScriptEnabled",
  async ({ language, ...how }) => {
    const { page, close } = await visit(shop, how);
    const { slug, choice } = glazed;
    const [own, other] = choice?.option.values ?? [];
    const shown = (name: string) => page.locator(`.gallery__main[src="/media/${name}-wide.webp"]`);
    await page.goto(`${shop}/${language}/products/${slug}?glaze=${own?.code}`);
    await shown(slug).waitFor();
    const link = page.locator(".choose").getByRole("link", { name: other?.name[language] ?? "" });
    await link.focus();
    await page.keyboard.press("Enter");
    await shown(`${slug}-${other?.code}`).waitFor();
    expect(new URL(page.url()).search).toBe(`?glaze=${other?.code}`);
    expect(await page.locator(".gallery > picture").count()).toBe(2);
    if (how.javaScriptEnabled) expect(await violations(page)).toEqual([]);
    await close();
  },
  60_000,
);
