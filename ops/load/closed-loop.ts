import { insideOf } from "./laws.ts";
import type { Errand, Outcome } from "./send.ts";

type Crowd = { clients: number; seconds: number; errand: (n: number) => Errand };
export type Turns = {
  clients: number;
  /** Ended well in the time, a second. */
  throughput: number;
  /** Seconds that one took, on average. */
  took: number;
  /** By Little's law: as many as the clients, or something was counted wrong. */
  inside: number;
  outcomes: Record<Outcome, number>;
};

/** So many clients, each of whom begins the next errand when the last has ended. */
export const closedLoop = async ({ clients, seconds, errand }: Crowd): Promise<Turns> => {
  const started = performance.now();
  const until = started + seconds * 1000;
  const state = { next: 0, busy: 0 };
  const outcomes: Record<Outcome, number> = {};
  // By each client's own time: the last to end would count as idle all who ended before it.
  const client = async () => {
    const own = { ended: 0, ok: 0 };
    while (performance.now() < until) {
      const begun = performance.now();
      const outcome = await errand(state.next++)();
      state.busy += (performance.now() - begun) / 1000;
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      own.ended += 1;
      own.ok += outcome === "ok" ? 1 : 0;
    }
    const elapsed = (performance.now() - started) / 1000;
    return { rate: own.ended / elapsed, good: own.ok / elapsed };
  };
  const own = await Promise.all(Array.from({ length: clients }, client));
  const rate = own.reduce((sum, one) => sum + one.rate, 0);
  const ended = Object.values(outcomes).reduce((sum, count) => sum + count, 0);
  const took = state.busy / ended;
  return {
    ...{ clients, outcomes, took },
    throughput: own.reduce((sum, { good }) => sum + good, 0),
    inside: insideOf(rate, took),
  };
};
