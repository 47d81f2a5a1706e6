import type { Measurement } from "./demand.ts";
import { busyAtMost, coresFor, insideOf, utilisationOf } from "./laws.ts";
import type { Mix } from "./mix.ts";
import type { Demand } from "./used.ts";
import { visitNames } from "./visit-names.ts";

/** How much of everything so many visits a second need. */
export type Wanted = { tps: number; mix: Mix; busyAtMost?: number };
export type Line = {
  component: string;
  /** Milliseconds of CPU for one visit of the mix. */
  demand: number;
  /** Processors kept busy, and processors to have. */
  busy: number;
  vcpu: number;
  /** Processes, or for a Redis shards, that each keep at most one processor. */
  processes: number;
  /** MiB. */
  memory: number;
  connections: number;
  /** Connections that work at a time, on average. */
  held: number;
  /** A second: what is asked of it. */
  operations: number;
};
export type Sizing = {
  tps: number;
  busyAtMost: number;
  lines: Line[];
  /** Visits under way at a time, and requests a second to the storefront. */
  inside: number;
  requests: number;
  /** Megabytes of WAL and transactions that write, a second. */
  wal: number;
  writes: number;
  total: { vcpu: number; memory: number; connections: number; redis: number };
};

/** Stand in for others' machines: needed to measure, not to be bought. */
const standIns = new Set(["mail", "sandbox"]);
/** What each process of a service opens at most (`connect` in `shared/src/database.ts`). */
export const poolSize = 10;

const sum = (values: number[]) => values.reduce((all, one) => all + one, 0);

/** From what one visit takes to what so many need: U = X · D, cores = U / 0.6, N = X · R. */
export const sizeFor = (measured: Measurement, wanted: Wanted): Sizing => {
  const { tps, mix, busyAtMost: most = busyAtMost } = wanted;
  const { journeys, background, memory, open } = measured;
  const rateOf = (name: (typeof visitNames)[number]) => tps * mix[name];
  const flow = (read: (demand: Demand) => number | undefined) =>
    (read(background) ?? 0) +
    sum(journeys.map(({ name, demand }) => utilisationOf(rateOf(name), read(demand) ?? 0)));

  const own = (component: string): Line => {
    const busy = flow(({ cpu }) => cpu[component]);
    const vcpu = coresFor(busy, most);
    const database = `size_${component}`;
    const processes = component === "postgres" ? 1 : Math.max(1, Math.ceil(vcpu));
    const redis = component.startsWith("redis-") ? component.slice("redis-".length) : undefined;
    const perProcess = memory[component]?.[component === "postgres" ? "share" : "peak"] ?? 0;
    return {
      ...{ component, busy, vcpu, processes },
      demand:
        sum(journeys.map(({ name, demand }) => mix[name] * (demand.cpu[component] ?? 0))) * 1000,
      memory: processes * perProcess,
      connections:
        open[database] === undefined ? 0 : processes * Math.max(poolSize, open[database]),
      held: flow(({ held }) => held[database]),
      operations: redis
        ? flow((demand) => demand.redis[redis])
        : flow(({ statements }) => statements[database]),
    };
  };

  const services = Object.keys(memory)
    .filter((component) => !standIns.has(component))
    .map(own);
  const connections = sum(services.map((line) => line.connections));
  const opened = sum(Object.values(open));
  const lines = services.map((line) => {
    if (line.component !== "postgres") return line;
    const held = sum(services.map((one) => one.held));
    const operations = sum(
      services
        .filter(({ component }) => !component.startsWith("redis-"))
        .map((one) => one.operations),
    );
    // A session costs some MiB of its own; what all share was measured with as many as were open then.
    const more = Math.max(0, connections - opened) * measured.session;
    return { ...line, connections, held, operations, memory: line.memory + more };
  });
  const redis = lines.filter(({ component }) => component.startsWith("redis-"));
  return {
    ...{ tps, lines, busyAtMost: most },
    inside: sum(journeys.map(({ name, latency }) => insideOf(rateOf(name), latency.mean / 1000))),
    requests: sum(journeys.map(({ name, requests }) => rateOf(name) * requests)),
    wal: flow(({ wal }) => wal) / 1e6,
    writes: flow(({ writes }) => writes),
    total: {
      vcpu: sum(lines.map(({ vcpu }) => vcpu)),
      memory: sum(lines.map((line) => line.memory)),
      connections,
      redis: sum(redis.map(({ operations }) => operations)),
    },
  };
};
