import { startBrowser } from "../../storefront/testing/browser.ts";
import { cartHands } from "./cart-hands.ts";
import { cartOutages } from "./cart-outages.ts";
import { cartJourneys } from "./cart.ts";
import { openShop } from "./shop.ts";

const shop = await openShop();
const browser = await startBrowser();
const visit = (options = {}) => browser.visit(shop.origin, options);

cartJourneys(shop, visit);
cartHands(shop, visit);
cartOutages(shop, visit);
