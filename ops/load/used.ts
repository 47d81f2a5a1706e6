import { setTimeout as pause } from "node:timers/promises";

import { demandOf } from "./laws.ts";
import { median } from "./summary.ts";
import type { Whole } from "./whole.ts";

export type Counts = Record<string, number>;
/** What was used in some time: seconds of CPU, commands, statements, connections that worked. */
export type Used = {
  seconds: number;
  cpu: Counts;
  redis: Counts;
  statements: Counts;
  /** Connection-seconds, by database. */
  held: Counts;
  open: Counts;
  writes: number;
  wal: number;
};

/** Of one operation: seconds of CPU, commands, statements, seconds that a connection is held. */
export type Demand = Omit<Used, "seconds" | "open">;
const settling = 1000;
const minus = (after: Counts, before: Counts): Counts =>
  Object.fromEntries(Object.entries(after).map(([name, n]) => [name, n - (before[name] ?? 0)]));
const times = (counts: Counts, factor: number): Counts =>
  Object.fromEntries(Object.entries(counts).map(([name, n]) => [name, n * factor]));

const readAll = async ({ components, redis, database }: Whole) => ({
  ...(await database.read()),
  redis: { state: await redis.state.commands(), cache: await redis.cache.commands() },
  cpu: Object.fromEntries(Object.entries(components).map(([name, { cpu }]) => [name, cpu()])),
});

/** What `work` uses, with what it leaves to be done by others right after it. */
export const watched = async <T>(whole: Whole, work: () => Promise<T>) => {
  const before = await readAll(whole);
  const started = performance.now();
  const end = whole.database.watch();
  const result = await work();
  await pause(settling);
  const { busy, open } = await end();
  const seconds = (performance.now() - started) / 1000;
  const after = await readAll(whole);
  const used: Used = {
    ...{ seconds, open, held: times(busy, seconds) },
    cpu: minus(after.cpu, before.cpu),
    redis: minus(after.redis, before.redis),
    statements: minus(after.statements, before.statements),
    writes: after.writes - before.writes,
    wal: after.wal - before.wal,
  };
  return { result, used };
};

export const zero: Demand = { cpu: {}, redis: {}, statements: {}, held: {}, writes: 0, wal: 0 };

/** What one operation took, without what goes on anyway. */
export const demandIn = (used: Used, operations: number, background: Demand): Demand => {
  const each = (counts: Counts, idle: Counts): Counts =>
    Object.fromEntries(
      Object.entries(counts).map(([name, n]) => [
        name,
        demandOf(n, operations, (idle[name] ?? 0) * used.seconds),
      ]),
    );
  return {
    cpu: each(used.cpu, background.cpu),
    redis: each(used.redis, background.redis),
    statements: each(used.statements, background.statements),
    held: each(used.held, background.held),
    writes: demandOf(used.writes, operations, background.writes * used.seconds),
    wal: demandOf(used.wal, operations, background.wal * used.seconds),
  };
};

/** Of several rounds, each figure's median. */
export const middleOf = (demands: Demand[]): Demand => {
  const each = (read: (one: Demand) => Counts): Counts => {
    const names = new Set(demands.flatMap((one) => Object.keys(read(one))));
    return Object.fromEntries(
      [...names].map((name) => [name, median(demands.map((one) => read(one)[name] ?? 0))]),
    );
  };
  return {
    cpu: each(({ cpu }) => cpu),
    redis: each(({ redis }) => redis),
    statements: each(({ statements }) => statements),
    held: each(({ held }) => held),
    writes: median(demands.map(({ writes }) => writes)),
    wal: median(demands.map(({ wal }) => wal)),
  };
};

export const total = (counts: Counts) => Object.values(counts).reduce((sum, n) => sum + n, 0);
