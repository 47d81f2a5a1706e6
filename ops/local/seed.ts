import { join } from "node:path";

import type { Addresses } from "./addresses.ts";
import { urlForService } from "./database.ts";
import { seedMembers } from "./demo-members.ts";
import { demoCatalogue, PRODUCT_SEED } from "./demo-products.ts";
import type { Secrets } from "./secrets.ts";
import { plainEnv } from "./service.ts";
import type { Supervisor } from "./supervisor.ts";

const ORDER_SEED = join(import.meta.dirname, "../../order/src/seed.ts");

type Given = {
  supervisor: Supervisor;
  addresses: Addresses;
  secrets: Secrets;
  databaseUrl: string;
};

/** Fills the shelves, offers coupons and signs up the demo members; what is there already stays as it is. */
export const seed = async ({ supervisor, addresses, secrets, databaseUrl }: Given) => {
  const { origin } = addresses;
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
    env: {
      ...plainEnv(),
      DATABASE_URL: urlForService(databaseUrl, "order", secrets.databaseOrder),
    },
  });
  await seedMembers({
    databaseUrl,
    authUrl: origin("auth"),
    memberUrl: origin("member"),
    mailUrl: origin("mail"),
    clientSecret: secrets.storefrontClient,
  });
};
