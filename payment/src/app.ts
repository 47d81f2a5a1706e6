import type { TokenRules } from "@jangteo/shared/auth";
import { createOnce } from "@jangteo/shared/idempotency";
import type { Metrics } from "@jangteo/shared/metrics";
import { protect } from "@jangteo/shared/protect";
import { idempotency } from "@jangteo/shared/schema/payment/schema";
import { createService } from "@jangteo/shared/service";
import { sql } from "drizzle-orm";

import * as contract from "./contract.ts";
import type { Desk } from "./desk.ts";
import { internalRoutes } from "./routes/internal.ts";
import { paymentRoutes } from "./routes/payments.ts";
import { webhookRoutes } from "./routes/webhooks.ts";

export type Deps = { desk: Desk; rules: TokenRules; metrics?: Metrics; maxInFlight?: number };

const month = 30 * 86_400;

/** Every route stands in the file of `routes/` that is named for its subject. */
export const createApp = ({ desk, rules, metrics, maxInFlight }: Deps) => {
  const { db, secret, clock, log } = desk;
  const app = createService({
    ...contract.about,
    log,
    uploads: Object.fromEntries(
      contract.receiveWebhook.request.params.shape.provider.options.map((name) => [
        `/v1/webhooks/${name}`,
        { maxBody: 256 * 1024, accepts: ["application/json"] },
      ]),
    ),
    maxInFlight,
    checks: { database: async () => db.execute(sql`select 1`) },
    ...(metrics && { metrics }),
  });
  protect(app, "payment", contract, rules);
  const once = createOnce({ db, table: idempotency, secret, clock, retention: month });
  const parts = { desk, ...once };
  internalRoutes(app, parts);
  paymentRoutes(app, parts);
  webhookRoutes(app, parts);
  return app;
};
