import { startBrowser } from "../../storefront/testing/browser.ts";
import { adminJourneys } from "./admin.ts";
import { admissionJourneys } from "./admission.ts";
import { clientJourneys } from "./clients.ts";
import { fileJourneys } from "./files.ts";
import { memberJourneys } from "./members.ts";
import { promotionJourneys } from "./promotions.ts";
import { reviewJourneys } from "./reviews.ts";
import { salesJourneys } from "./sales.ts";
import { shelfJourneys } from "./shelves.ts";
import { openShop } from "./shop.ts";
import { webhookJourneys } from "./webhooks.ts";

const shop = await openShop();
const browser = await startBrowser();
const visit = (options = {}) => browser.visit(shop.origin, options);

admissionJourneys(shop, visit);
adminJourneys(shop, visit);
fileJourneys(shop, visit);
promotionJourneys(shop, visit);
salesJourneys(shop, visit);
reviewJourneys(shop, visit);
memberJourneys(shop, visit);
clientJourneys(shop, visit);
shelfJourneys(shop, visit);
webhookJourneys(shop, visit);
