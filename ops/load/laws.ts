/** How busy a processor may be kept, so that a burst finds room: beyond it, waits grow steeply. */
export const busyAtMost = 0.6;

/**
 * The service demand law, D = ΔCPU / Δoperations: what one operation takes, in whatever `used` counts.
 * `idle` is what as long a time costs with nobody there.
 */
export const demandOf = (used: number, operations: number, idle = 0): number => {
  if (!(operations > 0)) throw new Error("Nothing was done, so nothing can be said of its demand");
  return Math.max(0, used - idle) / operations;
};

/** The utilisation law, U = X · D: processors kept busy by so many operations a second. */
export const utilisationOf = (rate: number, demand: number): number => rate * demand;

/** Processors to have, so that none is busier than it may be. */
export const coresFor = (busy: number, atMost: number): number => busy / atMost;

/** Little's law, N = X · R: how many are inside, when so many a second come and each stays so long. */
export const insideOf = (rate: number, seconds: number): number => rate * seconds;
