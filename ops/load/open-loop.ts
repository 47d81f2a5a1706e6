import { setImmediate as yieldToAnswers, setTimeout as pause } from "node:timers/promises";

import { scheduleOf, type Plan } from "./schedule.ts";
import { requireLoopback, sendWithin, type Ask, type Errand, type Outcome } from "./send.ts";
import { summaryOf, type Summary } from "./summary.ts";

export type Load = Plan & {
  /** The request, or the errand, that is due as the n-th. */
  ask: (n: number) => Ask | Errand;
  /** How many may be under way; one that is due beyond them is dropped, and counted as such. */
  mostUnderWay?: number;
  timeoutMs?: number;
};

export type Report = {
  scheduled: number;
  /** Never sent, because too many were under way. */
  dropped: number;
  /** Answered in the time of the plan, a second. */
  throughput: number;
  /** From the moment at which a request was due, not at which it was sent. */
  latency: Summary;
  /** The same for each kind of end; `ok` is a 2xx. */
  outcomes: Record<Outcome, { count: number; latency: Summary }>;
  /** How late the generator itself was to send: if this is long, it was the bottleneck. */
  lag: Summary;
};

const groups = (ended: { outcome: Outcome; latency: number }[]) =>
  Object.fromEntries(
    [...Map.groupBy(ended, ({ outcome }) => outcome)].map(([outcome, all]) => [
      outcome,
      { count: all.length, latency: summaryOf(all.map(({ latency }) => latency)) },
    ]),
  );

/**
 * Sends at the planned moments whether or not earlier requests were answered, as shoppers do. A
 * server that stalls so meets everybody who came meanwhile, and their wait is counted.
 */
export const openLoop = async (load: Load): Promise<Report> => {
  const { ask, mostUnderWay = 200, timeoutMs = 10_000 } = load;
  const schedule = scheduleOf(load);
  const send = sendWithin(timeoutMs);
  const ended: { outcome: Outcome; latency: number; inTime: boolean }[] = [];
  const lags: number[] = [];
  const underWay = new Set<Promise<void>>();
  const started = performance.now();
  const since = () => performance.now() - started;

  const run = async (due: number, asked: Ask | Errand) => {
    lags.push(since() - due);
    const outcome = await (typeof asked === "function" ? asked() : send(asked));
    const now = since();
    ended.push({ outcome, latency: now - due, inTime: now <= load.seconds * 1000 });
  };

  for (const [n, due] of schedule.entries()) {
    // Also when it is late: else it would never hear the answers.
    const wait = due - since();
    await (wait > 0 ? pause(wait) : yieldToAnswers());
    if (underWay.size >= mostUnderWay) continue;
    const asked = ask(n);
    if (typeof asked !== "function") requireLoopback(asked.url);
    const one = run(due, asked);
    underWay.add(one);
    void one.finally(() => underWay.delete(one));
  }
  await Promise.all(underWay);

  return {
    scheduled: schedule.length,
    dropped: schedule.length - lags.length,
    throughput: ended.filter(({ inTime }) => inTime).length / load.seconds,
    latency: summaryOf(ended.map(({ latency }) => latency)),
    outcomes: groups(ended),
    lag: summaryOf(lags),
  };
};
