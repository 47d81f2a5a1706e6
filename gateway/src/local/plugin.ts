import type { Clock } from "@jangteo/shared/clock";
import type { Log } from "@jangteo/shared/log";
import type { Redis } from "ioredis";
import type { z } from "zod";

import type { CacheStore } from "./cache-store.ts";
import type { Credentials } from "./credentials.ts";
import type { Answer, Exchange } from "./exchange.ts";
import type { Lua } from "./lua.ts";
import type { Metrics } from "./metrics.ts";

/** What outlives a reload of the file, and is shared by all plugins. */
export type Runtime = {
  lua: Lua;
  redis: Redis | undefined;
  metrics: Metrics;
  cache: CacheStore;
  counters: Map<string, number>;
  clock: Clock;
  log: Log;
};
/** Where a plugin stands: its route, or `global`; and who may present which token. */
export type Scope = { name: string; credentials: Credentials };

export type Phases = {
  access?: (exchange: Exchange) => void | Promise<void>;
  headerFilter?: (exchange: Exchange, answer: Answer) => void;
  /** Runs on what the gateway answers itself; what services send streams past it. */
  bodyFilter?: (exchange: Exchange, answer: Answer) => void;
  log?: (exchange: Exchange, answer: Answer, bytesOut: number) => void;
};

export type Plugin = {
  name: string;
  /** Kong's own number; the highest runs first in every phase. */
  priority: number;
  load: (config: unknown, runtime: Runtime, scope: Scope) => Phases;
};

export const definePlugin = <S extends z.ZodType>(
  name: string,
  priority: number,
  schema: S,
  create: (config: z.infer<S>, runtime: Runtime, scope: Scope) => Phases,
): Plugin => ({
  name,
  priority,
  load: (config, runtime, scope) => create(schema.parse(config), runtime, scope),
});
