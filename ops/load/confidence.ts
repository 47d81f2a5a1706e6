import { seeded } from "../demo/drawings/random.ts";
import { fitOf, leveragesOf, throughputAt, type Point, type Scalability } from "./scalability.ts";
import { quantile } from "./summary.ts";

/** In which 95 of 100 such intervals hold the truth. */
export type Interval = { low: number; high: number };
export type Fit = {
  points: Point[];
  model: Scalability;
  interval: Record<keyof Scalability, Interval>;
  /** Where more at a time begin to do less; only where κ can be told from 0. */
  peak: { clients: number; throughput: number } | null;
  /** What no number of clients passes; only where κ cannot be told from 0, and σ can. */
  ceiling: number | null;
  /** The share of the spread in throughput that the law explains. */
  explained: number;
};

const resamples = 400;

const intervalOf = (values: number[]): Interval => {
  const sorted = values.toSorted((a, b) => a - b);
  return { low: quantile(sorted, 0.025), high: quantile(sorted, 0.975) };
};

/**
 * Other measurements that might as well have been made: each point misses by what it missed, or by as
 * much to the other side (the wild bootstrap), so that those that vary more go on to do so. What a point
 * pulled the law to itself is given back to its error first (HC3), and what three parameters took of all.
 */
const others = (model: Scalability, points: Point[], seed: string): Point[][] => {
  const random = seeded(seed);
  const pulls = leveragesOf(model, points);
  const taken = Math.sqrt(points.length / Math.max(1, points.length - 3));
  return Array.from({ length: resamples }, () =>
    points.map(({ clients, throughput }, n) => {
      const expected = throughputAt(model, clients);
      const error = (taken * (throughput - expected)) / Math.max(0.05, 1 - (pulls[n] ?? 0));
      const moved = expected + (random() < 0.5 ? -error : error);
      return { clients, throughput: Math.max(moved, throughput / 100) };
    }),
  );
};

const explainedBy = (model: Scalability, points: Point[]) => {
  const mean = points.reduce((sum, { throughput }) => sum + throughput, 0) / points.length;
  const around = (of: (point: Point) => number) =>
    points.reduce((sum, point) => sum + (point.throughput - of(point)) ** 2, 0);
  return 1 - around(({ clients }) => throughputAt(model, clients)) / around(() => mean);
};

/** The law that fits, how far each of its parameters may be off, and what may be said of it therefore. */
export const confidentFitOf = (points: Point[], seed = "scalability"): Fit => {
  const model = fitOf(points);
  const models = others(model, points, seed).map(fitOf);
  const interval = {
    lambda: intervalOf(models.map(({ lambda }) => lambda)),
    sigma: intervalOf(models.map(({ sigma }) => sigma)),
    kappa: intervalOf(models.map(({ kappa }) => kappa)),
  };
  const { lambda, sigma, kappa } = model;
  const tellsKappa = interval.kappa.low > 0;
  const clients = tellsKappa ? Math.sqrt(Math.max(0, 1 - sigma) / kappa) : 0;
  return {
    ...{ points, model, interval },
    peak: clients >= 1 ? { clients, throughput: throughputAt(model, clients) } : null,
    ceiling: !tellsKappa && interval.sigma.low > 0 ? lambda / sigma : null,
    explained: explainedBy(model, points),
  };
};
