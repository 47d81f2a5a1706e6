import { join } from "node:path";

import type { Addresses } from "./addresses.ts";
import { urlForService } from "./database.ts";
import { seedMembers } from "./demo-members.ts";
import { demoCatalogue, PRODUCT_SEED } from "./demo-products.ts";
import { buyForReviews } from "./demo-reviews.ts";
import type { Secrets } from "./secrets.ts";
import { plainEnv } from "./service.ts";
import type { Supervisor } from "./supervisor.ts";

const ORDER_SEED = join(import.meta.dirname, "../../order/src/seed.ts");
const REVIEW_SEED = join(import.meta.dirname, "../../order/src/seed-reviews.ts");

type Given = {
  supervisor: Supervisor;
  addresses: Addresses;
  secrets: Secrets;
  databaseUrl: string;
};

/** Fills the shelves, offers coupons, signs up the demo members, and has others buy and review; what is there already stays as it is. */
export const seed = async ({ supervisor, addresses, secrets, databaseUrl }: Given) => {
  const { origin } = addresses;
  const orderEnv = {
    ...plainEnv(),
    DATABASE_URL: urlForService(databaseUrl, "order", secrets.databaseOrder),
  };
  const productUrl = urlForService(databaseUrl, "product", secrets.databaseProduct);
  await supervisor.run("seed", {
    command: process.execPath,
    args: [PRODUCT_SEED],
    env: { ...plainEnv(), DATABASE_URL: productUrl },
    input: demoCatalogue(),
  });
  await supervisor.run("seed", {
    command: process.execPath,
    args: [ORDER_SEED],
    env: orderEnv,
  });
  const shop = {
    databaseUrl,
    authUrl: origin("auth"),
    memberUrl: origin("member"),
    mailUrl: origin("mail"),
    clientSecret: secrets.storefrontClient,
  };
  await seedMembers(shop);
  const bought = await buyForReviews({
    ...shop,
    orderUrl: origin("order"),
    productUrl: origin("product"),
    storefrontUrl: `http://localhost:${addresses.ports.storefront}`,
  });
  await supervisor.run("seed", {
    command: process.execPath,
    args: [REVIEW_SEED],
    env: orderEnv,
    input: JSON.stringify(bought),
  });
};
