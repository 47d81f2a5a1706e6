import { createTokenReader, type TokenRules } from "@jangteo/shared/auth";
import type { Clock } from "@jangteo/shared/clock";
import type { Db } from "@jangteo/shared/database";
import { createOnce } from "@jangteo/shared/idempotency";
import type { Log } from "@jangteo/shared/log";
import type { Metrics } from "@jangteo/shared/metrics";
import { protect } from "@jangteo/shared/protect";
import { idempotency } from "@jangteo/shared/schema/order/schema";
import { createService } from "@jangteo/shared/service";
import { sql } from "drizzle-orm";

import type { Catalogue } from "./catalogue.ts";
import * as contract from "./contract.ts";
import type { Courier } from "./courier.ts";
import { cartRoutes } from "./routes/carts.ts";
import { checkoutRoutes } from "./routes/checkouts.ts";
import { couponRoutes } from "./routes/coupons.ts";
import { guestRoutes } from "./routes/guests.ts";
import { orderRoutes } from "./routes/orders.ts";
import { promotionRoutes } from "./routes/promotions.ts";
import { reviewRoutes } from "./routes/reviews.ts";
import { salesRoutes } from "./routes/sales.ts";
import { webhookRoutes } from "./routes/webhooks.ts";
import type { Saga } from "./saga.ts";
import type { Sealing } from "./webhooks/sealing.ts";
import type { Targets } from "./webhooks/targets.ts";

export type Deps = {
  db: Db;
  rules: TokenRules;
  idempotencySecret: string;
  clock: Clock;
  catalogue: Catalogue;
  saga: Saga;
  courier: Courier;
  /** The shop's own origin, to which payers come back. */
  shop: string;
  /** Keeps the secrets of webhooks, and says where these may go. */
  sealing: Sealing;
  targets: Targets;
  log?: Log;
  metrics?: Metrics;
  maxInFlight?: number;
};

/** Seconds: somebody may ask again about a purchase a month later. */
const retention = 30 * 86_400;

/** Every route stands in the file of `routes/` that is named for its subject. */
export const createApp = ({ log, metrics, maxInFlight, ...deps }: Deps) => {
  const { db, rules, idempotencySecret: secret, clock, catalogue, saga, courier, shop } = deps;
  const app = createService({
    ...contract.about,
    maxInFlight,
    checks: { database: async () => db.execute(sql`select 1`) },
    ...(log && { log }),
    ...(metrics && { metrics }),
  });
  protect(app, "order", contract, rules);
  const answers = { db, table: idempotency, secret, clock };
  const once = createOnce({ ...answers, retention });
  const readToken = createTokenReader(rules);
  const parts = { db, clock, catalogue, saga, courier, readToken, shop, ...once };
  cartRoutes(app, { ...parts, ...createOnce(answers) });
  couponRoutes(app, parts);
  checkoutRoutes(app, parts);
  orderRoutes(app, parts);
  reviewRoutes(app, parts);
  salesRoutes(app, parts);
  guestRoutes(app, { ...parts, secret });
  promotionRoutes(app, parts);
  webhookRoutes(app, { ...parts, sealing: deps.sealing, targets: deps.targets });
  return app;
};
