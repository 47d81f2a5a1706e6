import type { Clock } from "@jangteo/shared/clock";
import type { Db } from "@jangteo/shared/database";
import type { Log } from "@jangteo/shared/log";

import type { Providers } from "./providers/provider.ts";

/** What everything that speaks to a provider is done with. */
export type Desk = {
  db: Db;
  providers: Providers;
  /** Keys what providers know our requests by. */
  secret: string;
  clock: Clock;
  log: Log;
  /** Milliseconds after which whoever was at something is taken for dead; longer than any deadline. */
  lease: number;
};
