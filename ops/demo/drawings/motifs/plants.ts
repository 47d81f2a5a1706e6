import { group } from "../canvas.ts";
import { blend, type Colour } from "../colour.ts";
import { count, type Point } from "../vector.ts";
import type { Brush } from "./brush.ts";

const BLOSSOM_LIGHT: Colour = [0.75, 0.78, 0.85];
const LEAVES = 6;
const BUDS = 5;
const PETALS = count(5).map((petal) => (petal / 5) * 2 * Math.PI);

/** Blossoms of the plum branch: where, and how large. */
const BLOSSOMS = [
  [0.5, 0.05, 1],
  [0.65, 0.34, 0.8],
  [-0.44, 0.32, 1.05],
  [-0.5, 0.64, 0.72],
  [0.16, 0.5, 1.1],
  [0.4, 0.8, 0.8],
  [-0.02, 0.16, 0.8],
  [-0.06, 0.9, 0.55],
  [0.6, 0.16, 0.5],
] as const;

/** A plum branch in blossom, as on white porcelain in cobalt. */
export const plum = (brush: Brush) => {
  const { pot, flat, scale } = brush;
  const { random, glaze, form, canvas } = pot;
  const side = random() < 0.5 ? -1 : 1;
  const near = (u: number, w: number): Point => [
    u * side + random.between(-0.06, 0.06),
    w + random.between(-0.06, 0.06),
  ];
  const [root, bend, fork, middle, upper, end]: readonly [
    Point,
    Point,
    Point,
    Point,
    Point,
    Point,
  ] = [
    [-0.62 * side, -0.72],
    near(-0.36, -0.4),
    near(-0.3, -0.08),
    near(0.04, 0.2),
    [0.14 * side, 0.52],
    [0.4 * side, 0.8],
  ];
  const trunk = brush.stroke([root, bend, fork, middle, upper, end], 3.4, 2.2, 0.5);
  const twigs = [
    [bend, near(0.2, -0.12), near(0.52, 0.06), near(0.66, 0.36)],
    [fork, near(-0.44, 0.3), near(-0.52, 0.62)],
    [middle, near(0.36, 0.16), near(0.6, 0.16)],
    [upper, near(0, 0.72), near(-0.06, 0.92)],
  ].map((twig) => brush.stroke(twig, 1.5, 0.9, 0.35));
  const lean = flat ? 0.062 : 0.1 * (46 / (form.painted[1] - form.painted[0])) * 0.75;
  const petals = BLOSSOMS.flatMap(([u, w, size]) => {
    const turn = random() * 6;
    return PETALS.map((angle) =>
      brush.dab(
        u * side + Math.cos(angle + turn) * 0.062 * size,
        w + Math.sin(angle + turn) * lean * size,
        2.05 * size,
      ),
    );
  });
  const hearts = BLOSSOMS.map(([u, w, size]) => brush.dab(u * side, w, 0.8 * size));
  const pale = blend(glaze.ink, BLOSSOM_LIGHT, glaze.ink[0] < 0.1 ? 0.3 : 0.1);
  return (
    brush.fill(trunk, glaze.ink, 0.82, brush.rough(scale * 0.8)) +
    brush.fill(twigs.join(""), glaze.ink, 0.86) +
    group({ opacity: 0.62 }, brush.fill(petals.join(""), pale, 1, canvas.blur(scale * 0.09))) +
    brush.fill(hearts.join(""), glaze.ink, 0.9)
  );
};

/** An orchid in a few strokes: leaves that bow, and buds. */
export const orchid = (brush: Brush) => {
  const { pot, scale } = brush;
  const { random, glaze } = pot;
  const root = random.between(-0.2, 0.2);
  const strokes = count(LEAVES).map((leaf) => {
    const lean = (leaf + 0.5) / LEAVES - 0.5 + random.between(-0.06, 0.06);
    const height = random.between(0.5, 1.45) * (1 - Math.abs(lean) * 0.6);
    const bend = lean * random.between(0.9, 1.6) * 1.25;
    return brush.stroke(
      [
        [root + lean * 0.18, -0.82 + random() * 0.08],
        [root + lean * 0.36 + bend * 0.1, -0.82 + height * 0.5],
        [root + lean * 0.5 + bend * 0.42, -0.82 + height * 0.95],
        [root + lean * 0.5 + bend * 0.85, -0.86 + height * (0.98 - Math.abs(bend) * 0.22)],
      ],
      0.9,
      2.3,
      0.2,
    );
  });
  const dots = count(BUDS).map(() =>
    brush.dab(
      root + random.between(-0.35, 0.35),
      random.between(0.1, 0.75),
      random.between(0.7, 1.3),
    ),
  );
  return (
    brush.fill(strokes.join(""), glaze.ink, 0.84, brush.rough(scale * 0.7)) +
    brush.fill(dots.join(""), glaze.ink, 0.7)
  );
};
