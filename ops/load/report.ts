import { tableOf } from "./condense.ts";
import type { Aim, Part } from "./parts.ts";
import type { Spread } from "./rounds.ts";

const times = ({ median, least, most }: Spread) =>
  `${median.toFixed(2)} times (${least.toFixed(2)} to ${most.toFixed(2)})`;

const pairs = (values: Record<string, number>) =>
  Object.entries(values)
    .map(([name, value]) => `${name} ${value}`)
    .join(", ");

const verdict = ({ median, atMost, atLeast }: Aim) => {
  const bound = atMost === undefined ? `at least ${atLeast}` : `at most ${atMost}`;
  if (atMost === undefined && atLeast === undefined) return "";
  return median <= (atMost ?? Infinity) && median >= (atLeast ?? -Infinity)
    ? `  aim ${bound}: met`
    : `  aim ${bound}: MISSED`;
};
const aimText = (name: string, aim: Aim) => {
  const figures = [aim.median, aim.least, aim.most].map((one) => one.toFixed(one < 10 ? 2 : 1));
  return `${name}: ${figures[0]} ${aim.unit} (${figures[1]} to ${figures[2]})${verdict(aim)}`;
};

/** What a part found, to read in a terminal. */
export const textOf = ({ title, rows, ratios, saturation, most, overload, aims }: Part): string => {
  const lines = [`\n${title}\n`];
  if (rows) lines.push(tableOf(rows));
  for (const [name, spread] of Object.entries(ratios ?? {}))
    lines.push(`${name}: ${times(spread)}`);
  for (const [name, one] of Object.entries(saturation ?? {}))
    lines.push(
      `${name}: ${one.throughput}/s, ${one.errors} errors; cores busy: ${pairs(one.cores)}; µs a request: ${pairs(one.cpu)}`,
    );
  for (const [name, { held, tried }] of Object.entries(most ?? {}))
    lines.push(
      `${name}: ${held}/s with p99 below 500 ms; tried ${tried.map(({ rate, p99, failed }) => `${rate}/s: ${p99} ms, ${failed} failed`).join("; ")}`,
    );
  for (const [name, aim] of Object.entries(aims ?? {})) lines.push(aimText(name, aim));
  if (overload) {
    const { rate, throughput, dropped, outcomes, latency } = overload;
    lines.push(
      `${rate}/s asked for, ${Math.round(throughput)}/s answered, ${dropped} dropped by the generator`,
      ...Object.entries(outcomes).map(
        ([kind, { count, latency: took }]) => `${kind}: ${count}, ms ${JSON.stringify(took)}`,
      ),
      `all: ms ${JSON.stringify(latency)}`,
    );
  }
  return lines.join("\n");
};
