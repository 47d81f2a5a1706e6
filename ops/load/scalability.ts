import { dot, normalOf, plus, solve, type Three } from "./three.ts";

/** So many operations a second, with so many at a time. */
export type Point = { clients: number; throughput: number };
/** λ: what one alone does in a second; σ: the share that waits in turn; κ: what each pair costs to agree. */
export type Scalability = { lambda: number; sigma: number; kappa: number };

/** Gunther's universal scalability law, X(N) = λN / (1 + σ(N−1) + κN(N−1)). */
export const throughputAt = ({ lambda, sigma, kappa }: Scalability, clients: number): number =>
  (lambda * clients) / (1 + sigma * (clients - 1) + kappa * clients * (clients - 1));

const threeOf = ({ lambda, sigma, kappa }: Scalability): Three => [lambda, sigma, kappa];
const modelOf = ([lambda, sigma, kappa]: Three): Scalability => ({ lambda, sigma, kappa });

/** N/X is linear in 1/λ, σ/λ and κ/λ; weighted so that an error counts as it does in X. */
const straight = (points: Point[]): Scalability => {
  const { matrix, side } = normalOf(
    points.map(({ clients: n, throughput: x }) => ({
      of: [1, n - 1, n * (n - 1)],
      value: n / x,
      weight: (x * x * x * x) / (n * n),
    })),
  );
  const [a, b, c] = solve(matrix, side);
  return { lambda: 1 / a, sigma: b / a, kappa: c / a };
};

const slopesAt = (model: Scalability, n: number): Three => {
  const x = throughputAt(model, n);
  const each = -(x * x) / (model.lambda * n);
  return [x / model.lambda, each * (n - 1), each * n * (n - 1)];
};

const linesOf = (model: Scalability, points: Point[]) =>
  points.map(({ clients, throughput }) => ({
    of: slopesAt(model, clients),
    value: throughput - throughputAt(model, clients),
    weight: 1,
  }));

const missed = (model: Scalability, points: Point[]) =>
  points.reduce(
    (sum, { clients, throughput }) => sum + (throughput - throughputAt(model, clients)) ** 2,
    0,
  );

/** Least squares by Levenberg and Marquardt: a step that makes it worse is tried again, shorter. */
const refined = (start: Scalability, points: Point[]): Scalability => {
  const state = { model: start, error: missed(start, points), damping: 1e-3 };
  for (const _ of Array(100)) {
    const { matrix, side } = normalOf(linesOf(state.model, points), state.damping);
    const model = modelOf(plus(threeOf(state.model), solve(matrix, side)));
    const error = missed(model, points);
    const gained = (state.error - error) / state.error;
    if (gained > 0) Object.assign(state, { model, error, damping: state.damping / 10 });
    else state.damping *= 10;
    // What is left to gain is less than what a number of 64 bits can tell.
    if (Math.abs(gained) < 1e-12 || state.damping > 1e9) break;
  }
  return state.model;
};

/** The law that misses the points by least. It needs four of them, with three numbers of clients. */
export const fitOf = (points: Point[]): Scalability => {
  if (points.length < 4 || new Set(points.map(({ clients }) => clients)).size < 3)
    throw new Error("A fit takes four points or more, with three numbers of clients or more");
  if (!points.every(({ clients, throughput }) => clients >= 1 && throughput > 0))
    throw new Error("A fit takes points with a client or more, and a throughput above 0");
  return refined(straight(points), points);
};

/** By how much each point pulls the law to itself (the diagonal of the hat matrix), from 0 to 1. */
export const leveragesOf = (model: Scalability, points: Point[]): number[] => {
  const lines = linesOf(model, points);
  const { matrix } = normalOf(lines);
  return lines.map(({ of }) => dot(of, solve(matrix, of)));
};
