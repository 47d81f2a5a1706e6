import { startBrowser } from "../../storefront/testing/browser.ts";
import { afterSaleJourneys } from "./after-sale.ts";
import { checkoutJourneys } from "./checkout.ts";
import { refusedJourneys } from "./refusals.ts";
import { openShop } from "./shop.ts";

const shop = await openShop();
const browser = await startBrowser();
const visit: Parameters<typeof checkoutJourneys>[1] = async (options = {}) => {
  const opened = await browser.visit(shop.origin, options);
  opened.page.setDefaultTimeout(30_000);
  return opened;
};

checkoutJourneys(shop, visit);
afterSaleJourneys(shop, visit);
refusedJourneys(shop, visit);
