import type { TokenRules } from "@jangteo/shared/auth";
import type { Clock } from "@jangteo/shared/clock";
import type { Db } from "@jangteo/shared/database";
import type { Log } from "@jangteo/shared/log";
import type { Metrics } from "@jangteo/shared/metrics";
import { protect } from "@jangteo/shared/protect";
import { createService } from "@jangteo/shared/service";
import { sql } from "drizzle-orm";

import * as contract from "./contract.ts";

export type Deps = {
  db: Db;
  rules: TokenRules;
  idempotencySecret: string;
  clock: Clock;
  log?: Log;
  metrics?: Metrics;
};

/** Every route stands in the file of `routes/` that is named for its subject. */
export const createApp = ({ log, metrics, ...deps }: Deps) => {
  const { db, rules } = deps;
  const app = createService({
    ...contract.about,
    checks: { database: async () => db.execute(sql`select 1`) },
    ...(log && { log }),
    ...(metrics && { metrics }),
  });
  protect(app, "payment", contract, rules);
  return app;
};
