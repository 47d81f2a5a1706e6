import { across, at, clamp, count, mix, type Point } from "./vector.ts";

/** A piece seen straight from above, one unit wide from centre to edge. */
export interface Plan {
  readonly round: boolean;
  /** Half its depth. */
  readonly depth: number;
  readonly outline: readonly Point[];
  left(z: number): number;
  right(z: number): number;
  at(angle: number): Point;
  /** The outward normal of the near side, at `x` from -1 to 1. */
  normal(x: number): Point;
}

export interface Oval {
  readonly depth: number;
  /** 2 is an ellipse, more is squarer. */
  readonly square: number;
  readonly turn: number;
  readonly egg: number;
}

const DEGREES = 360;
const angleOf = (degree: number) => (degree / 180) * Math.PI;

const chord = (z: number) => (Math.abs(z) >= 1 ? 0 : Math.sqrt(1 - z * z));
const onCircle = (angle: number): Point => [Math.cos(angle), Math.sin(angle)];

export const circle: Plan = {
  round: true,
  depth: 1,
  outline: count(DEGREES).map((degree) => onCircle(angleOf(degree))),
  left: (z) => -chord(z),
  right: chord,
  at: onCircle,
  normal: (x) => [x, Math.sqrt(Math.max(0, 1 - x * x))],
};

const onOval = ({ depth, square, turn, egg }: Oval, angle: number): Point => {
  const [c, s] = onCircle(angle);
  const x = Math.sign(c) * Math.abs(c) ** (2 / square);
  const z = depth * Math.sign(s) * Math.abs(s) ** (2 / square) * (1 + egg * x);
  return [x * Math.cos(turn) - z * Math.sin(turn), x * Math.sin(turn) + z * Math.cos(turn)];
};

const middle = (values: readonly number[]) => (Math.max(...values) + Math.min(...values)) / 2;

export const oval = (shape: Oval): Plan => {
  const raw = count(DEGREES).map((degree) => onOval(shape, angleOf(degree)));
  const centre: Point = [middle(raw.map(([x]) => x)), middle(raw.map(([, z]) => z))];
  const centred = ([x, z]: Point): Point => [x - centre[0], z - centre[1]];
  const outline = raw.map(centred);
  const width = Math.max(...outline.map(([x]) => Math.abs(x)));
  const depth = Math.max(...outline.map(([, z]) => Math.abs(z)));
  const neighbour = (index: number) => at(outline, (index + DEGREES) % DEGREES);
  const crossings = (depthAt: number) => {
    const z = clamp(depthAt, -depth * 0.9985, depth * 0.9985);
    return count(DEGREES).flatMap((index) => {
      const [a, b] = [neighbour(index), neighbour(index + 1)];
      if ((a[1] - z) * (b[1] - z) > 0) return [];
      return [mix(a[0], b[0], a[1] === b[1] ? 0 : (z - a[1]) / (b[1] - a[1]))];
    });
  };
  const near = outline
    .map((point, index) => {
      const normal = across(neighbour(index + 1), neighbour(index - 1));
      return { x: point[0], normal };
    })
    .filter(({ normal }) => normal[1] > 0.02)
    .toSorted((a, b) => a.x - b.x);
  return {
    round: false,
    depth,
    outline,
    left: (z) => Math.min(...crossings(z)),
    right: (z) => Math.max(...crossings(z)),
    at: (angle) => centred(onOval(shape, angle)),
    normal: (x) => (near.find((point) => point.x >= x * width) ?? at(near, near.length)).normal,
  };
};
