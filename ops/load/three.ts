/** Three numbers, and three lines of them: as much linear algebra as a fit of three parameters takes. */
export type Three = readonly [number, number, number];
export type Matrix = readonly [Three, Three, Three];

export const dot = (a: Three, b: Three): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const plus = (a: Three, b: Three): Three => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];

const cross = (a: Three, b: Three): Three => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

/** The x for which a symmetric `matrix` times x is `side`, by Cramer's rule; not finite if there is none. */
export const solve = ([a, b, c]: Matrix, side: Three): Three => {
  const whole = dot(a, cross(b, c));
  return [
    dot(side, cross(b, c)) / whole,
    dot(a, cross(side, c)) / whole,
    dot(a, cross(b, side)) / whole,
  ];
};

/** A line of an overdetermined system: `of` times what is sought should be `value`. */
export type Line = { of: Three; value: number; weight: number };

/** The normal equations of weighted least squares; `damping` adds to the diagonal, as Marquardt has it. */
export const normalOf = (lines: Line[], damping = 0): { matrix: Matrix; side: Three } => {
  const sum = (read: (line: Line) => number) =>
    lines.reduce((total, line) => total + line.weight * read(line), 0);
  const cell = (i: 0 | 1 | 2, j: 0 | 1 | 2) =>
    sum(({ of }) => of[i] * of[j]) * (i === j ? 1 + damping : 1);
  const row = (i: 0 | 1 | 2): Three => [cell(i, 0), cell(i, 1), cell(i, 2)];
  const side = (i: 0 | 1 | 2) => sum(({ of, value }) => of[i] * value);
  return { matrix: [row(0), row(1), row(2)], side: [side(0), side(1), side(2)] };
};
