import { startBrowser } from "../../storefront/testing/browser.ts";
import { accountJourneys } from "./account.ts";
import { keptJourneys } from "./kept.ts";
import { passkeyJourneys } from "./passkeys.ts";
import { proofJourneys } from "./proofs.ts";
import { securityJourneys } from "./security.ts";
import { openShop } from "./shop.ts";
import { wishlistOutages } from "./wishlist-outages.ts";
import { wishlistJourneys } from "./wishlist.ts";

const shop = await openShop();
const browser = await startBrowser();
const visit = (options = {}) => browser.visit(shop.origin, options);

accountJourneys(shop, visit);
securityJourneys(shop, visit);
proofJourneys(shop, visit);
passkeyJourneys(shop, visit);
keptJourneys(shop, visit);
wishlistJourneys(shop, visit);
wishlistOutages(shop, visit);
