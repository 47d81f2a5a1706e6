import { seeded } from "../demo/drawings/random.ts";

export type Plan = {
  /** Requests a second. */
  rate: number;
  seconds: number;
  /** The same seed plans the same requests at the same moments. */
  seed: string;
  /** As people come (a Poisson process), or one after the other at even steps. */
  arrivals?: "poisson" | "even";
};

/** Nobody needs more of one machine, and all that is sent is kept in memory until it is summed up. */
const most = { seconds: 600, requests: 2_000_000 };

const positive = (name: string, value: number, limit: number) => {
  if (value > 0 && value <= limit) return;
  throw new Error(`${name} must be above 0 and at most ${limit}, not ${value}`);
};

/** When each request is due, in milliseconds from the beginning, however long the answers take. */
export const scheduleOf = ({ rate, seconds, seed, arrivals = "poisson" }: Plan): number[] => {
  positive("seconds", seconds, most.seconds);
  positive("rate", rate, most.requests / seconds);
  const random = seeded(seed);
  const step = 1000 / rate;
  const gap = () => (arrivals === "even" ? step : -Math.log(1 - random()) * step);
  const due: number[] = [];
  for (let at = gap(); at < seconds * 1000; at += gap()) due.push(at);
  return due;
};
