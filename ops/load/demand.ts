import { setTimeout as pause } from "node:timers/promises";

import { closedLoop, type Turns } from "./closed-loop.ts";
import { confidentFitOf, type Fit } from "./confidence.ts";
import { forgetPeak, memoryOfSession, peakMemoryOf, shareOfMemory } from "./cpu.ts";
import { demandOf } from "./laws.ts";
import { deckOf, type Mix } from "./mix.ts";
import { openLoop } from "./open-loop.ts";
import { median } from "./summary.ts";
import { visitNames, type VisitName } from "./visit-names.ts";
import type { Whole } from "./whole.ts";

type Counts = Record<string, number>;
/** What was used in some time: seconds of CPU, commands, statements, connections that worked. */
type Used = {
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
export type Journey = {
  name: VisitName;
  /** Operations a second at which it was measured: half of what eight at a time got. */
  rate: number;
  operations: number;
  requests: number;
  latency: { p50: number; p99: number; mean: number };
  errors: Counts;
  demand: Demand;
  /** Least and most of the rounds' CPU, of all components. */
  spread: { least: number; most: number };
};
export type Measurement = {
  journeys: Journey[];
  /** A second with nobody there. */
  background: Demand;
  /** MiB: the most that each was in memory, and its share of what several have in common. */
  memory: Record<string, { peak: number; share: number }>;
  /** MiB of one session of PostgreSQL. */
  session: number;
  /** The most connections that were open to each database. */
  open: Counts;
  scalability: { mix: Mix; turns: Turns[]; fit: Fit };
};

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
const watched = async <T>(whole: Whole, work: () => Promise<T>) => {
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

const zero: Demand = { cpu: {}, redis: {}, statements: {}, held: {}, writes: 0, wal: 0 };

/** What one operation took, without what goes on anyway. */
const demandIn = (used: Used, operations: number, background: Demand): Demand => {
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
const middleOf = (demands: Demand[]): Demand => {
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

const total = (counts: Counts) => Object.values(counts).reduce((sum, n) => sum + n, 0);

export type Effort = { seconds: number; rounds: number; clients: number[] };
type Round = { used: Used; operations: number; requests: number };

/** Measures every kind of visit in turn, again and again, then more and more at a time of the mix. */
export const measureDemand = async (
  whole: Whole,
  mix: Mix,
  { seconds, rounds, clients }: Effort,
  tell: (text: string) => void,
): Promise<Measurement> => {
  const { errands, components } = whole;
  const next = { n: Math.floor(Date.now() / 1000) % 10_000_000 };
  const ask = (name: VisitName) => () => errands.errand(name, next.n++);
  const rates = new Map<VisitName, number>();
  for (const name of visitNames) {
    await closedLoop({ clients: 2, seconds, errand: ask(name) });
    const { throughput, outcomes } = await closedLoop({ clients: 8, seconds, errand: ask(name) });
    if (throughput === 0) throw new Error(`${name} does not work: ${JSON.stringify(outcomes)}`);
    rates.set(name, throughput / 2);
    tell(`  ${name}: ${throughput.toFixed(1)}/s by eight at a time`);
  }
  for (const { pid } of Object.values(components)) forgetPeak(pid);

  const idle: Demand[] = [];
  const open: Counts = {};
  const found = new Map(visitNames.map((name) => [name, [] as Round[]]));
  const reports = new Map(
    visitNames.map((name) => [name, [] as Awaited<ReturnType<typeof openLoop>>[]]),
  );
  for (let nth = 0; nth < rounds; nth += 1) {
    const quiet = await watched(whole, () => pause(seconds * 1000));
    idle.push(demandIn(quiet.used, quiet.used.seconds, zero));
    for (const name of visitNames) {
      const asked = errands.requests();
      const rate = rates.get(name) ?? 1;
      const { used, result } = await watched(whole, () =>
        openLoop({ rate, seconds, seed: `${name} ${nth}`, ask: ask(name), timeoutMs: 20_000 }),
      );
      const operations = total(
        Object.fromEntries(
          Object.entries(result.outcomes).map(([kind, { count }]) => [kind, count]),
        ),
      );
      found.get(name)?.push({ used, operations, requests: errands.requests() - asked });
      reports.get(name)?.push(result);
      for (const [database, n] of Object.entries(used.open))
        open[database] = Math.max(open[database] ?? 0, n);
    }
    tell(`  round ${nth + 1} of ${rounds}`);
  }
  const background = middleOf(idle);

  const journeys = visitNames.map((name): Journey => {
    const all = found.get(name) ?? [];
    const demands = all.map(({ used, operations }) => demandIn(used, operations, background));
    const told = reports.get(name) ?? [];
    const operations = all.reduce((sum, one) => sum + one.operations, 0);
    const errors: Counts = {};
    for (const { outcomes } of told)
      for (const [kind, { count }] of Object.entries(outcomes))
        if (kind !== "ok") errors[kind] = (errors[kind] ?? 0) + count;
    const spent = demands.map(({ cpu }) => total(cpu));
    return {
      ...{ name, rate: rates.get(name) ?? 0, operations, errors },
      requests: all.reduce((sum, one) => sum + one.requests, 0) / operations,
      latency: {
        p50: median(told.map(({ latency }) => latency?.p50 ?? 0)),
        p99: median(told.map(({ latency }) => latency?.p99 ?? 0)),
        mean: median(told.map(({ latency }) => latency?.mean ?? 0)),
      },
      demand: middleOf(demands),
      spread: { least: Math.min(...spent), most: Math.max(...spent) },
    };
  });

  const turns: Turns[] = [];
  const deck = deckOf(mix);
  for (let nth = 0; nth < rounds; nth += 1)
    for (const many of clients) {
      const errand = (n: number) => errands.errand(deck(n), next.n++);
      turns.push(await closedLoop({ clients: many, seconds, errand }));
    }
  const memory = Object.fromEntries(
    Object.entries(components).map(([name, { pid }]) => [
      name,
      { peak: peakMemoryOf(pid), share: shareOfMemory(pid) },
    ]),
  );
  const fit = confidentFitOf(
    turns.map(({ clients: many, throughput }) => ({ clients: many, throughput })),
  );
  const session = memoryOfSession(components["postgres"]?.pid ?? 0);
  return { journeys, background, memory, session, open, scalability: { mix, turns, fit } };
};
