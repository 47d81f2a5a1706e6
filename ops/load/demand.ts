import { setTimeout as pause } from "node:timers/promises";

import { closedLoop, type Turns } from "./closed-loop.ts";
import { confidentFitOf, type Fit } from "./confidence.ts";
import { forgetPeak, memoryOfSession, peakMemoryOf, shareOfMemory } from "./cpu.ts";
import { deckOf, type Mix } from "./mix.ts";
import { openLoop } from "./open-loop.ts";
import { median } from "./summary.ts";
import {
  demandIn,
  middleOf,
  total,
  watched,
  zero,
  type Counts,
  type Demand,
  type Used,
} from "./used.ts";
import { visitNames, type VisitName } from "./visit-names.ts";
import type { Whole } from "./whole.ts";

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

export type Effort = { seconds: number; rounds: number; clients: number[] };
type Round = { used: Used; operations: number; requests: number };

/** A round lasts until about so many came: of fewer nothing can be said. */
const leastVisits = 12;

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
        openLoop({
          ...{ rate, seed: `${name} ${nth}`, ask: ask(name) },
          seconds: Math.min(30, Math.max(seconds, leastVisits / rate)),
        }),
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
