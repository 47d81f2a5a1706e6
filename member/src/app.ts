import { createTokenReader, type TokenRules } from "@jangteo/shared/auth";
import { createOnce } from "@jangteo/shared/idempotency";
import type { Log } from "@jangteo/shared/log";
import type { Metrics } from "@jangteo/shared/metrics";
import { protect } from "@jangteo/shared/protect";
import { idempotency } from "@jangteo/shared/schema/member";
import { createService } from "@jangteo/shared/service";
import { sql } from "drizzle-orm";

import * as contract from "./contract.ts";
import { accountRoutes } from "./routes/account.ts";
import { addressRoutes } from "./routes/addresses.ts";
import { apiClientRoutes } from "./routes/api-clients.ts";
import { internalRoutes } from "./routes/internal.ts";
import type { Parts } from "./routes/parts.ts";
import { passkeyRoutes } from "./routes/passkeys.ts";
import { personalDataRoutes } from "./routes/personal-data.ts";
import { secondFactorRoutes } from "./routes/second-factor.ts";
import { staffRoutes } from "./routes/staff.ts";
import { wishlistRoutes } from "./routes/wishlists.ts";

export type Deps = Omit<Parts, "readToken" | keyof ReturnType<typeof createOnce>> & {
  /** With `isEnded`: sensitive routes ask it. */
  rules: TokenRules;
  idempotencySecret: string;
  log?: Log;
  metrics?: Metrics;
  maxInFlight?: number;
};

/** Every route stands in the file of `routes/` that is named as its file of `contract/`. */
export const createApp = ({ log, metrics, maxInFlight, ...deps }: Deps) => {
  const { db, rules, idempotencySecret: secret, clock } = deps;
  const app = createService({
    ...contract.about,
    maxInFlight,
    checks: { database: async () => db.execute(sql`select 1`) },
    ...(log && { log }),
    ...(metrics && { metrics }),
  });
  protect(app, "member", contract, rules);
  const parts = {
    ...deps,
    ...createOnce({ db, table: idempotency, secret, clock }),
    readToken: createTokenReader(rules),
  };

  accountRoutes(app, parts);
  addressRoutes(app, parts);
  secondFactorRoutes(app, parts);
  passkeyRoutes(app, parts);
  personalDataRoutes(app, parts);
  staffRoutes(app, parts);
  wishlistRoutes(app, parts);
  apiClientRoutes(app, parts);
  internalRoutes(app, parts);
  return app;
};
