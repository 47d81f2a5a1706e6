import { openLoop, type Report } from "./open-loop.ts";
import type { Ask, Errand } from "./send.ts";
import { median } from "./summary.ts";

/** Something to measure: what is asked, how often a second, and whose CPU that costs. */
export type Subject = {
  name: string;
  rate: number;
  ask: (n: number) => Ask | Errand;
  /** Brings those who will ask, at most so many; before each round, and not measured. */
  prepare?: (most: number) => Promise<void>;
  /** Seconds of CPU that each process has used so far. */
  cpu: Record<string, () => number>;
};
type Effort = { rounds: number; seconds: number };

/** One round; CPU in microseconds for each request that was answered. */
type Round = { report: Report; cpu: Record<string, number> };
export type Measured = { name: string; rate: number; rounds: Round[] };

/** More requests than come in a round, however they fall. */
export const mostIn = (rate: number, seconds: number) => Math.ceil(rate * seconds * 1.5) + 20;

const answeredIn = ({ outcomes }: Report) =>
  Object.values(outcomes).reduce((sum, { count }) => sum + count, 0);

const round = async (subject: Subject, seconds: number, nth: number): Promise<Round> => {
  const { name, rate, ask, cpu } = subject;
  await subject.prepare?.(mostIn(rate, seconds));
  const read = () => Object.entries(cpu).map(([part, used]) => [part, used()] as const);
  const before = new Map(read());
  // Each round goes on where the last one ended, so that nobody asks the same all over.
  const first = nth * Math.ceil(rate * seconds);
  const report = await openLoop({
    ...{ rate, seconds, seed: `${name} ${nth}` },
    ask: (n) => ask(first + n),
  });
  const used = read().map(([part, after]): [string, number] => {
    const microseconds = (after - (before.get(part) ?? 0)) * 1e6;
    return [part, microseconds / answeredIn(report)];
  });
  return { report, cpu: Object.fromEntries(used) };
};

/**
 * Measures in short rounds, one subject after the other again and again: what else this machine does
 * meets all alike. The first round of each warms it up, and is not counted.
 */
export const inRounds = async (subjects: Subject[], effort: Effort): Promise<Measured[]> => {
  const measured = subjects.map(({ name, rate }): Measured => ({ name, rate, rounds: [] }));
  for (let nth = 0; nth <= effort.rounds; nth += 1)
    for (const [at, subject] of subjects.entries()) {
      const one = await round(subject, effort.seconds, nth);
      if (nth > 0) measured[at]?.rounds.push(one);
    }
  return measured;
};

export const named = (measured: Measured[], name: string): Measured => {
  const found = measured.find((one) => one.name === name);
  if (!found) throw new Error(`${name} was not measured`);
  return found;
};

export const totalOf = ({ cpu }: Round) => Object.values(cpu).reduce((sum, one) => sum + one, 0);

/** Of many rounds: their median, and the least and the greatest. */
export type Spread = { median: number; least: number; most: number };
export const spreadOf = (values: number[]): Spread => ({
  median: median(values),
  least: Math.min(...values),
  most: Math.max(...values),
});

/** How many times the CPU of `other` this one takes, for one part or all, round against round. */
export const ratioOf = (one: Measured, other: Measured, part?: [string, string]): Spread =>
  spreadOf(
    one.rounds.flatMap((own, nth) => {
      const theirs = other.rounds[nth];
      if (!theirs) return [];
      if (!part) return [totalOf(own) / totalOf(theirs)];
      return [(own.cpu[part[0]] ?? Number.NaN) / (theirs.cpu[part[1]] ?? Number.NaN)];
    }),
  );
