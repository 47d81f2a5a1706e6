import { openLoop } from "./open-loop.ts";
import { mostIn, type Subject } from "./rounds.ts";

/** Milliseconds that the slowest of a hundred may take. */
const patience = 500;

export type Most = { held: number; tried: { rate: number; p99: number | null; failed: number }[] };

/**
 * The highest rate at which the 99th percentile stays below half a second, all is answered and nothing is
 * refused: doubled from `subject.rate` on until it fails, and then halved three times in between.
 */
export const mostOf = async (subject: Subject, seconds: number): Promise<Most> => {
  const tried: Most["tried"] = [];
  const holds = async (rate: number) => {
    await subject.prepare?.(mostIn(rate, seconds));
    const seed = `${subject.name} at ${rate}`;
    const report = await openLoop({ rate, seconds, seed, ask: subject.ask, mostUnderWay: 1000 });
    const failed = report.scheduled - (report.outcomes["ok"]?.count ?? 0);
    const p99 = report.latency?.p99 ?? null;
    tried.push({ rate, p99, failed });
    return failed === 0 && p99 !== null && p99 < patience;
  };
  const between = async (low: number, high: number, left: number): Promise<number> => {
    if (left === 0) return low;
    const rate = Math.round((low + high) / 2);
    if (rate === low || rate === high) return low;
    return (await holds(rate)) ? between(rate, high, left - 1) : between(low, rate, left - 1);
  };
  const doubled = async (low: number, rate: number): Promise<number> =>
    rate <= 4096 && (await holds(rate)) ? doubled(rate, rate * 2) : between(low, rate, 3);
  return { held: await doubled(0, subject.rate), tried };
};
