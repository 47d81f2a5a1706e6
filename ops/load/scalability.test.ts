import { expect, test } from "bun:test";

import fc from "fast-check";

import { seeded } from "../demo/drawings/random.ts";
import { confidentFitOf } from "./confidence.ts";
import { fitOf, throughputAt, type Point, type Scalability } from "./scalability.ts";

const levels = [1, 2, 4, 8, 16, 32, 64];
const exact = (model: Scalability): Point[] =>
  levels.map((clients) => ({ clients, throughput: throughputAt(model, clients) }));

/** Three rounds of each, each missing by a normal share of itself (Box and Muller). */
const noisy = (model: Scalability, share: number, seed: string): Point[] => {
  const random = seeded(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return [1, 2, 3].flatMap(() =>
    exact(model).map(({ clients, throughput }) => ({
      clients,
      throughput: throughput * (1 + share * normal()),
    })),
  );
};

const models = fc.record({
  lambda: fc.double({ min: 0.5, max: 20_000, noNaN: true }),
  sigma: fc.double({ min: 0, max: 0.9, noNaN: true }),
  kappa: fc.double({ min: 0, max: 0.02, noNaN: true }),
});

test("what follows the law exactly gives its own parameters back", () => {
  fc.assert(
    fc.property(models, (model) => {
      const found = fitOf(exact(model));
      expect(found.lambda / model.lambda).toBeCloseTo(1, 6);
      expect(found.sigma).toBeCloseTo(model.sigma, 6);
      expect(found.kappa).toBeCloseTo(model.kappa, 6);
    }),
  );
});

test("the order in which points were measured, and the unit of time, change nothing", () => {
  fc.assert(
    fc.property(models, fc.double({ min: 0.01, max: 100, noNaN: true }), (model, scale) => {
      const points = noisy(model, 0.02, "order");
      const here = fitOf(points);
      const there = fitOf(
        points.toReversed().map(({ clients, throughput }) => ({
          clients,
          throughput: throughput * scale,
        })),
      );
      expect(there.lambda / scale / here.lambda).toBeCloseTo(1, 4);
      expect(there.sigma).toBeCloseTo(here.sigma, 4);
      expect(there.kappa).toBeCloseTo(here.kappa, 4);
    }),
    { numRuns: 30 },
  );
});

test("nothing near the fit misses the points by less", () => {
  fc.assert(
    fc.property(models, fc.nat(), (model, seed) => {
      const points = noisy(model, 0.03, String(seed));
      const missed = (one: Scalability) =>
        points.reduce((sum, { clients, throughput }) => {
          const error = throughput - throughputAt(one, clients);
          return sum + error * error;
        }, 0);
      const found = fitOf(points);
      const least = missed(found) * (1 - 1e-9);
      for (const by of [0.99, 1.01]) {
        expect(missed({ ...found, lambda: found.lambda * by })).toBeGreaterThan(least);
        expect(missed({ ...found, sigma: found.sigma + (by - 1) / 10 })).toBeGreaterThan(least);
        expect(missed({ ...found, kappa: found.kappa * by })).toBeGreaterThan(least);
      }
    }),
    { numRuns: 50 },
  );
});

test("more noise of the same kind widens every interval", () => {
  fc.assert(
    fc.property(models, fc.nat(), (model, seed) => {
      const width = (share: number) => {
        const { interval } = confidentFitOf(noisy(model, share, String(seed)));
        return Object.values(interval).map(({ low, high }) => high - low);
      };
      const quiet = width(0.002);
      for (const [at, wide] of width(0.01).entries())
        expect(wide).toBeGreaterThan(quiet[at] ?? Number.NaN);
    }),
    { numRuns: 5 },
  );
});

const samples = Array.from({ length: 100 }, (_, n) => `sample ${n}`);

test("nearly all intervals hold the truth", () => {
  const model = { lambda: 800, sigma: 0.08, kappa: 0.001 };
  const fits = samples.map((seed) => confidentFitOf(noisy(model, 0.03, seed)).interval);
  for (const name of ["lambda", "sigma", "kappa"] as const) {
    const holding = fits.filter(
      ({ [name]: { low, high } }) => low <= model[name] && model[name] <= high,
    );
    expect(holding.length / samples.length).toBeGreaterThan(0.9);
  }
});

test("a peak is told only where agreeing is seen to cost something", () => {
  const some = samples.slice(0, 30);
  const told = (kappa: number) =>
    some.filter((seed) => {
      const { peak, interval } = confidentFitOf(
        noisy({ lambda: 800, sigma: 0.2, kappa }, 0.03, seed),
      );
      expect(peak !== null).toBe(interval.kappa.low > 0);
      return peak !== null;
    }).length / some.length;
  expect(told(0)).toBeLessThan(0.1);
  expect(told(0.005)).toBe(1);
});

test("where it is, more clients than that do less", () => {
  const model = { lambda: 800, sigma: 0.05, kappa: 0.002 };
  const { peak, ceiling } = confidentFitOf(noisy(model, 0.01, "peak"));
  expect(ceiling).toBeNull();
  const at = peak?.clients ?? Number.NaN;
  for (const other of [at * 0.5, at * 2])
    expect(throughputAt(model, other)).toBeLessThan(throughputAt(model, at));
});

test("without one, what takes turns bounds it", () => {
  const model = { lambda: 800, sigma: 0.25, kappa: 0 };
  const { peak, ceiling, explained } = confidentFitOf(noisy(model, 0.02, "ceiling"));
  expect(peak).toBeNull();
  expect((ceiling ?? Number.NaN) / (800 / 0.25)).toBeCloseTo(1, 1);
  expect(explained).toBeGreaterThan(0.95);
});

test("too few points are refused, as are such that say nothing", () => {
  const point = { clients: 1, throughput: 10 };
  expect(() => fitOf([point, { ...point, clients: 2 }])).toThrow("four points");
  expect(() => fitOf(Array.from({ length: 9 }, () => point))).toThrow("three numbers of clients");
  const rest = [2, 4, 8].map((clients) => ({ clients, throughput: 10 }));
  expect(() => fitOf([{ clients: 1, throughput: 0 }, ...rest])).toThrow("above 0");
});
