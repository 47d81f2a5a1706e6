export type Point = readonly [number, number];
export type Vector = readonly [number, number, number];

export const clamp = (value: number, low = 0, high = 1) => Math.min(high, Math.max(low, value));

export const mix = (from: number, to: number, share: number) => from + (to - from) * share;

/** 0 before `from`, 1 after `to`, an S-curve between; `from` may be the larger. */
export const smooth = (from: number, to: number, value: number) => {
  const share = clamp((value - from) / (to - from));
  return share * share * (3 - 2 * share);
};

export const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

export const unit = ([x, y, z]: Vector): Vector => {
  const length = Math.hypot(x, y, z) || 1;
  return [x / length, y / length, z / length];
};

export const distance = (a: Point, b: Point) => Math.hypot(b[0] - a[0], b[1] - a[1]);

/** The left-hand normal of the way from `a` to `b`. */
export const across = (a: Point, b: Point): Point => {
  const length = distance(a, b) || 1;
  return [(a[1] - b[1]) / length, (b[0] - a[0]) / length];
};

/** The element at `index`, or the nearest end. */
export const at = <T>(list: readonly T[], index: number): T => {
  const found = list[clamp(Math.round(index), 0, list.length - 1)];
  if (found === undefined) throw new RangeError("at() needs a list with elements");
  return found;
};

export const count = (length: number) => Array.from({ length }, (_, index) => index);

/** `length` numbers from `from` to `to`, both included. */
export const steps = (from: number, to: number, length: number) =>
  count(length).map((index) => mix(from, to, index / (length - 1)));

/** Points written as in SVG: "28.5 4, 42 13". */
export const points = (text: string): readonly Point[] =>
  text.split(",").map((pair) => {
    const [x, y] = pair.trim().split(/\s+/).map(Number);
    return [x ?? Number.NaN, y ?? Number.NaN];
  });
