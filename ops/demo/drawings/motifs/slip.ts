import { group } from "../canvas.ts";
import { blend, linear, WHITE } from "../colour.ts";
import { count, mix, type Point, points } from "../vector.ts";
import type { Brush } from "./brush.ts";

export const SLIP = linear("#e9e2d2");
const PALE_CUT = linear("#dfe4ee");
const CLAY_CUT = linear("#5d4c3d");
const FISH_INK = linear("#4f4032");
const STROKES = 22;

/** White slip laid on with a coarse broom while the wheel turns (guiyal). */
export const sweep = (brush: Brush, lowest = 0.16) => {
  const { pot, flat, scale } = brush;
  const { random, glaze } = pot;
  if (glaze.name !== "buncheong") return "";
  const [from, to] = flat ? [0.12, 0.95] : [brush.heightOf(lowest), brush.heightOf(0.98)];
  const bristles: { readonly kind: number; readonly path: string }[] = [];
  const bare: string[] = [];
  for (const index of count(STROKES)) {
    const where = mix(from, to, (index + random() * 0.6) / STROKES);
    const ragged = index < 3 || index > STROKES - 4 || random() < 0.3;
    const start = !flat && ragged ? random.between(0.03, 1.1) : 0.02;
    const back = ragged ? Math.PI - random.between(0.03, 1) : Math.PI - 0.02;
    const end = flat ? Math.PI * random.between(0.7, 1) : back;
    bristles.push({ kind: Math.floor(random() * 3), path: brush.ring(where, start, end) });
    if (random() < 0.55)
      bare.push(
        brush.ring(
          where + (flat ? 0.02 : random.between(-1, 1)),
          flat ? random.between(0, 2) : random.between(0.05, 1.5),
          flat ? random.between(2, Math.PI) : Math.PI - random.between(0.05, 1.3),
        ),
      );
  }
  const reach = flat ? pot.widest * 0.8 : to - from;
  const gap = (reach * scale) / STROKES;
  const every = (kind: number) =>
    bristles
      .filter((bristle) => bristle.kind === kind)
      .map(({ path }) => path)
      .join("");
  return group(
    { filter: brush.rough(scale * 1.6, ".006 .09", 0.4) },
    brush.line(every(0), SLIP, gap * 1.7, 0.8),
    brush.line(every(1), SLIP, gap * 1.15, 0.85),
    brush.line(every(2), blend(SLIP, WHITE, 0.2), gap * 0.7, 0.8),
    brush.line(bare.join(""), blend(glaze.pool, glaze.clay, 0.5), gap * 0.28, 0.42),
  );
};

const scroll = (brush: Brush, index: number) => {
  const u = -0.85 + (1.7 * (index + 0.5)) / 4;
  const turn = index % 2 === 0 ? 1 : -1;
  const w = -0.05 * turn;
  const vine = brush.stroke(
    [
      [u - 0.24, w - 0.3 * turn],
      [u - 0.1, w + 0.22 * turn],
      [u + 0.08, w + 0.3 * turn],
      [u + 0.2, w + 0.02 * turn],
      [u + 0.08, w - 0.22 * turn],
      [u - 0.02, w],
    ],
    0.7,
    0.75,
    0.4,
  );
  const leaves = count(3).map((leaf) =>
    brush.stroke(
      [
        [u - 0.16 + leaf * 0.1, w + (0.08 + leaf * 0.12) * turn],
        [u - 0.2 + leaf * 0.13, w + (0.36 + leaf * 0.06) * turn],
        [u - 0.12 + leaf * 0.15, w + (0.56 - leaf * 0.04) * turn],
      ],
      0.4,
      1.1,
      0.2,
    ),
  );
  return vine + leaves.join("");
};

/** A leaf scroll cut through the slip. */
export const sgraffito = (brush: Brush) => {
  const { pot, flat, thick, scale } = brush;
  const cut = pot.glaze.name === "buncheong" ? CLAY_CUT : PALE_CUT;
  const scrolls = count(4).map((index) => scroll(brush, index));
  const borders = flat
    ? brush.ring(0.93)
    : brush.ring(brush.heightOf(0.9)) + brush.ring(brush.heightOf(0.08));
  return (
    sweep(brush, -0.02) +
    brush.fill(scrolls.join(""), cut, 0.75, brush.rough(scale * 0.35, ".06", 0.3)) +
    brush.line(borders, cut, thick * 0.6, 0.65, brush.rough(scale * 0.4))
  );
};

/** Strokes of the fish: its line, and the width at start, belly and tip. */
const FISH: readonly (readonly [string, number, number, number])[] = [
  ["-.62 .02, -.3 .3, .1 .27, .42 .05", 0.5, 1, 0.7],
  ["-.62 0, -.3 -.26, .1 -.24, .42 .03", 0.5, 1, 0.7],
  [".4 .05, .58 .32, .7 .38", 0.7, 1, 0.4],
  [".4 .02, .58 -.26, .7 -.3", 0.7, 1, 0.4],
  [".7 .38, .6 .04, .7 -.3", 0.4, 0.7, 0.4],
  ["-.38 .22, -.3 0, -.38 -.2", 0.5, 0.9, 0.4],
  ["-.2 .3, -.08 .5, .12 .32", 0.5, 0.8, 0.4],
];

const SCALES = points("-.22 .1, -.22 -.08, -.07 .1, -.07 -.08, .08 .1, .08 -.08, .23 .1, .23 -.08");

/** A fish drawn in the slip, as buncheong potters liked it. */
export const fish = (brush: Brush) => {
  const { pot, scale } = brush;
  const side = pot.random() < 0.5 ? 1 : -1;
  const facing = (line: readonly Point[]) => line.map(([u, w]): Point => [u * side, w]);
  const outline = FISH.map(([line, start, belly, tip]) =>
    brush.stroke(facing(points(line)), start, belly, tip),
  );
  const scales = SCALES.map(([u, w]) =>
    brush.stroke(
      facing([
        [u, w + 0.07],
        [u + 0.05, w],
        [u, w - 0.07],
      ]),
      0.3,
      0.6,
      0.3,
    ),
  );
  const eye = brush.dab(-0.48 * side, 0.06, 0.9);
  const ink = [...outline, ...scales, eye].join("");
  return (
    sweep(brush, -0.02) + brush.fill(ink, FISH_INK, 0.78, brush.rough(scale * 0.5, ".05", 0.3))
  );
};
