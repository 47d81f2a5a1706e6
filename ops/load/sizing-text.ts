import type { Interval } from "./confidence.ts";
import type { Measurement } from "./demand.ts";
import { poolSize, type Sizing } from "./sizing.ts";

const total = (counts: Record<string, number>) =>
  Object.values(counts).reduce((sum, n) => sum + n, 0);

const rounded = (value: number, digits = 0) =>
  value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** Lines of cells, the first to the left, the others to the right. */
const aligned = (rows: string[][]): string => {
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...rows.map((row) => row[at]?.length ?? 0)),
  );
  const line = (row: string[]) =>
    row.map((cell, at) =>
      at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
    );
  return rows.map((row) => line(row).join("  ").trimEnd()).join("\n");
};

/** What one of each kind takes. */
export const demandText = ({ journeys, background }: Measurement): string => {
  const names = Object.keys(journeys[0]?.demand.cpu ?? {});
  const head = ["ms of CPU", "rate/s", "requests", "all", ...names];
  const cpu = journeys.map(({ name, rate, requests, demand }) => [
    name,
    rounded(rate, 1),
    rounded(requests, 1),
    rounded(total(demand.cpu) * 1000, 1),
    ...names.map((one) => rounded((demand.cpu[one] ?? 0) * 1000, 1)),
  ]);
  const idle = ["idle, a second", "", "", rounded(total(background.cpu) * 1000, 1)];
  const rest = names.map((one) => rounded((background.cpu[one] ?? 0) * 1000, 1));
  const also = [
    [
      "of stores",
      "state",
      "cache",
      "statements",
      "writes",
      "held ms",
      "WAL kB",
      "p50 ms",
      "p99 ms",
      "errors",
    ],
    ...journeys.map(({ name, demand, latency, errors }) => [
      name,
      rounded(demand.redis["state"] ?? 0, 1),
      rounded(demand.redis["cache"] ?? 0, 1),
      rounded(total(demand.statements), 1),
      rounded(demand.writes, 1),
      rounded(total(demand.held) * 1000, 1),
      rounded(demand.wal / 1000, 1),
      rounded(latency.p50),
      rounded(latency.p99),
      rounded(total(errors)),
    ]),
  ];
  return `${aligned([head, ...cpu, [...idle, ...rest]])}\n\n${aligned(also)}`;
};

const between = ({ low, high }: Interval, digits: number) =>
  `${low.toFixed(digits)} to ${high.toFixed(digits)}`;

/** What may be said of more at a time on the machine that was measured, and what may not. */
export const fitText = ({ scalability }: Measurement): string => {
  const { fit, turns } = scalability;
  const { model, interval, peak, ceiling, explained } = fit;
  const said = peak
    ? `Most is done with ${rounded(peak.clients)} at a time: ${rounded(peak.throughput, 1)}/s.`
    : ceiling
      ? `κ cannot be told from 0: nothing says that more at a time do less; no number passes ${rounded(ceiling, 1)}/s.`
      : "Neither σ nor κ can be told from 0.";
  const most = Math.max(...turns.map(({ throughput }) => throughput));
  const off = Math.max(...turns.map(({ clients, inside }) => Math.abs(inside / clients - 1)));
  return [
    `Universal scalability law on this machine, of ${turns.length} points: λ ${model.lambda.toFixed(2)}/s (${between(interval.lambda, 2)}),`,
    `σ ${model.sigma.toFixed(3)} (${between(interval.sigma, 3)}), κ ${model.kappa.toFixed(5)} (${between(interval.kappa, 5)}); it explains ${rounded(explained * 100)} %.`,
    `${said} Most seen: ${rounded(most, 1)}/s. Little's law misses the number of clients by ${rounded(off * 100, 1)} % at most.`,
  ].join("\n");
};

/** The table of what to have. */
export const sizingText = (sizing: Sizing): string => {
  const { lines, total: all, tps, busyAtMost, requests, inside, writes, wal } = sizing;
  const head = [
    "",
    "ms a visit",
    "busy",
    "vCPU",
    "processes",
    "RAM MiB",
    "connections",
    "held",
    "operations/s",
  ];
  const row = ({
    component,
    demand,
    busy,
    vcpu,
    processes,
    memory,
    ...line
  }: Sizing["lines"][number]) => [
    component,
    rounded(demand, 2),
    rounded(busy, 2),
    rounded(vcpu, 1),
    rounded(processes),
    rounded(memory),
    line.connections ? rounded(line.connections) : "",
    line.connections ? rounded(line.held, 1) : "",
    line.operations ? rounded(line.operations) : "",
  ];
  const sum = [
    "together",
    "",
    "",
    rounded(all.vcpu, 1),
    "",
    rounded(all.memory),
    rounded(all.connections),
    "",
  ];
  return [
    `${rounded(tps)} visits a second: ${rounded(requests)} requests/s, ${rounded(inside)} visits under way at a time`,
    "",
    aligned([head, ...lines.map(row), sum]),
    "",
    `vCPU = busy / ${busyAtMost}; held = connections that work at a time (N = X·R); connections = ${poolSize} for each process.`,
    `Operations: statements of PostgreSQL (begin and commit aside), commands of Redis: ${rounded(all.redis)}/s. ${rounded(writes)} writing transactions/s, ${rounded(wal, 1)} MB/s of WAL.`,
    "It grows from one machine in a straight line; several sharing a store are not measured by it.",
  ].join("\n");
};
