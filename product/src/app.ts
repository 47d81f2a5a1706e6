import type { TokenRules } from "@jangteo/shared/auth";
import type { Clock } from "@jangteo/shared/clock";
import type { Db } from "@jangteo/shared/database";
import { createOnce } from "@jangteo/shared/idempotency";
import type { Log } from "@jangteo/shared/log";
import type { Metrics } from "@jangteo/shared/metrics";
import { protect } from "@jangteo/shared/protect";
import { idempotency } from "@jangteo/shared/schema/product/schema";
import { createService } from "@jangteo/shared/service";
import { sql } from "drizzle-orm";

import * as contract from "./contract.ts";
import type { PictureStore } from "./picture-store.ts";
import { catalogueRoutes } from "./routes/catalogue.ts";
import { csvRoutes } from "./routes/csv.ts";
import { mediaRoutes } from "./routes/media.ts";
import { shelfRoutes } from "./routes/shelves.ts";
import { staffRoutes } from "./routes/staff.ts";
import { stockRoutes } from "./routes/stock.ts";

export type Deps = {
  db: Db;
  rules: TokenRules;
  idempotencySecret: string;
  clock: Clock;
  pictures: PictureStore;
  log?: Log;
  metrics?: Metrics;
  maxInFlight?: number;
};

/** Every route stands in the file of `routes/` that is named for its subject. */
export const createApp = ({ log, metrics, maxInFlight, ...deps }: Deps) => {
  const { db, rules, idempotencySecret: secret, clock, pictures } = deps;
  const app = createService({
    ...contract.about,
    uploads: {
      "/v1/media": { maxBody: 16 * 1024 * 1024, accepts: ["multipart/form-data"] },
      "/v1/product-imports": { maxBody: 64 * 1024 * 1024, accepts: ["text/csv"] },
    },
    maxInFlight,
    checks: { database: async () => db.execute(sql`select 1`) },
    ...(log && { log }),
    ...(metrics && { metrics }),
  });
  protect(app, "product", contract, rules);
  const parts = { db, clock, pictures, ...createOnce({ db, table: idempotency, secret, clock }) };
  catalogueRoutes(app, parts);
  csvRoutes(app, parts);
  mediaRoutes(app, parts);
  shelfRoutes(app, parts);
  staffRoutes(app, parts);
  stockRoutes(app, parts);
  return app;
};
