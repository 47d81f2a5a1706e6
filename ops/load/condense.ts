import { spreadOf, totalOf, type Measured, type Spread } from "./rounds.ts";
import { median } from "./summary.ts";

/** What is told of a subject. CPU in microseconds a request, latencies in milliseconds. */
export type Row = {
  name: string;
  rate: number;
  cpu: Record<string, number>;
  total: Spread;
  /** Medians of the rounds' quantiles; `max` is of all. */
  latency: { p50: number; p95: number; p99: number; max: number };
  lagP99: number;
  dropped: number;
  errors: Record<string, number>;
};

const whole = (value: number) => Math.round(value);
const hundredths = (value: number) => Math.round(value * 100) / 100;

const errorsOf = ({ rounds }: Measured) => {
  const errors: Record<string, number> = {};
  for (const { report } of rounds)
    for (const [kind, { count }] of Object.entries(report.outcomes))
      if (kind !== "ok") errors[kind] = (errors[kind] ?? 0) + count;
  return errors;
};

export const rowOf = (measured: Measured): Row => {
  const { name, rate, rounds } = measured;
  const parts = Object.keys(rounds[0]?.cpu ?? {});
  const middle = (read: (round: Measured["rounds"][number]) => number | undefined) =>
    hundredths(median(rounds.map((one) => read(one) ?? Number.NaN)));
  const { median: total, least, most } = spreadOf(rounds.map(totalOf));
  return {
    ...{ name, rate },
    cpu: Object.fromEntries(parts.map((part) => [part, whole(middle(({ cpu }) => cpu[part]))])),
    total: { median: whole(total), least: whole(least), most: whole(most) },
    latency: {
      p50: middle(({ report }) => report.latency?.p50),
      p95: middle(({ report }) => report.latency?.p95),
      p99: middle(({ report }) => report.latency?.p99),
      max: hundredths(Math.max(...rounds.map(({ report }) => report.latency?.max ?? 0))),
    },
    lagP99: middle(({ report }) => report.lag?.p99),
    dropped: rounds.reduce((sum, { report }) => sum + report.dropped, 0),
    errors: errorsOf(measured),
  };
};

const cell = (value: string | number, width: number) => String(value).padStart(width);
const cpuOf = ({ cpu }: Row) =>
  Object.entries(cpu)
    .map(([part, used]) => `${part} ${used}`)
    .join(", ");

/** A table to read in a terminal. */
export const tableOf = (rows: Row[]): string => {
  const width = Math.max(...rows.map(({ name }) => name.length));
  const head = `${"".padEnd(width)}   rate/s   µs CPU  least   most    p50    p95    p99 ms  drops errors`;
  const lines = rows.map((row) => {
    const { name, rate, total, latency, dropped, errors } = row;
    const failed = Object.values(errors).reduce((sum, count) => sum + count, 0);
    const times = [latency.p50, latency.p95, latency.p99].map((ms) => cell(ms.toFixed(1), 7));
    const cpu = [total.median, total.least, total.most].map((used) => cell(used, 7));
    return `${name.padEnd(width)}${cell(rate, 9)}  ${cpu.join("")}${times.join("")}${cell(dropped, 10)}${cell(failed, 7)}   ${cpuOf(row)}`;
  });
  return [head, ...lines].join("\n");
};
