import { blend, dim, linear } from "../colour.ts";
import { smoothPath } from "../curve.ts";
import type { Pot } from "../pot.ts";
import { count, mix, type Point, steps } from "../vector.ts";
import type { Brush } from "./brush.ts";
import { SLIP } from "./slip.ts";

const STRAW = linear("#b9ad92");
const PALE = linear("#e6e5df");
const EDGE = 1.25;
const ROWS = 4;

/** What a second dip is of: slip over clay, brown over a pale glaze, straw white over a dark one. */
const coatOver = ({ glaze }: Pot) => {
  if (glaze.name === "buncheong" || glaze.name === "ash") return SLIP;
  if (glaze.name === "cobalt") return PALE;
  return glaze.base[1] > 0.35 ? blend(glaze.pool, glaze.clay, 0.55) : STRAW;
};

/** The upper part dipped once, with the line where the hand let go. */
export const dip = (brush: Brush) => {
  const { pot, flat, scale, top } = brush;
  const { random, canvas } = pot;
  const coat = coatOver(pot);
  if (flat) {
    const slope = random.between(-0.2, 0.2);
    const chord = steps(-0.97, 0.97, 13).map((u): Point => {
      const w = slope * u + 0.1 * Math.sin(u * 3 + slope * 9);
      return [u * Math.sqrt(Math.max(0, 1 - (w * 0.9) ** 2)), w];
    });
    const rim = steps(0, Math.PI, 19).map((angle): Point => [Math.cos(angle), Math.sin(angle)]);
    const outline = [...chord, ...rim].map(([u, w]) => brush.onFloor(u, w));
    return brush.wash(outline, coat, 0.82, canvas.blur(scale * 0.3));
  }
  const level = random.between(0.3, 0.5);
  const tilt = random.between(-0.07, 0.07);
  const [low, high] = pot.form.painted;
  const line = steps(-EDGE, EDGE, 19).map((u) =>
    brush.onWall(u, mix(low, high, level + tilt * u + random.between(-0.012, 0.012))),
  );
  const cap = steps(EDGE, -EDGE, 9).map((u) => brush.onWall(u, top - 0.3));
  return (
    brush.wash([...line, ...cap], coat, 0.86, canvas.blur(scale * 0.22)) +
    brush.line(
      smoothPath(line, false),
      dim(coat, 0.62),
      scale * 0.5,
      0.35,
      canvas.blur(scale * 0.2),
    )
  );
};

/** One broad stroke of iron, laid on without lifting the brush. */
export const stroke = (brush: Brush) => {
  const { pot, scale } = brush;
  const { random, glaze } = pot;
  const side = random() < 0.5 ? 1 : -1;
  const sweepOf = (shift: number, width: number) =>
    brush.stroke(
      [
        [-0.7 * side, -0.34 + shift],
        [-0.3 * side, 0.22 + shift + random.between(-0.05, 0.05)],
        [0.16 * side, 0.3 + shift],
        [0.72 * side, -0.16 + shift + random.between(-0.08, 0.08)],
      ],
      width * 1.2,
      width,
      width * 0.25,
    );
  return (
    brush.fill(sweepOf(0, 5.4), glaze.ink, 0.72, brush.rough(scale * 1.5, ".012 .08", 0.4)) +
    brush.fill(sweepOf(-0.2, 1), glaze.ink, 0.5, brush.rough(scale * 0.9, ".02 .08", 0.4))
  );
};

/** Rings drawn on the turning wheel. */
export const bands = (brush: Brush) => {
  const { pot, flat, thick, scale } = brush;
  const { glaze, random } = pot;
  const wide = random.between(1.8, 2.8);
  const at = (share: number) => brush.ring(flat ? share : brush.heightOf(share));
  const rough = brush.rough(scale * 0.3, ".03", 0.3);
  return (
    brush.line(at(0.9), glaze.ink, thick * wide, 0.72, rough) +
    brush.line(at(flat ? 0.8 : 0.78), glaze.ink, thick * 0.7, 0.6, rough) +
    (flat ? "" : brush.line(at(0.12), glaze.ink, thick * 0.7, 0.5, rough))
  );
};

/** Small flowers stamped in rows and filled with white slip (inhwa). */
export const stamped = (brush: Brush) => {
  const { flat, thick } = brush;
  const rows = flat
    ? [0.34, 0.56, 0.78].flatMap((far, row) => {
        const length = 9 + row * 7;
        return count(length).map((step): Point => {
          const angle = ((step + (row % 2) / 2) / length) * 2 * Math.PI;
          return [Math.cos(angle) * far, Math.sin(angle) * far];
        });
      })
    : count(ROWS).flatMap((row) =>
        count(17).map((step): Point => [
          -1.2 + (2.4 * (step + (row % 2) / 2)) / 17,
          -0.55 + (1.3 * row) / (ROWS - 1),
        ]),
      );
  const dots = rows.map(([u, w]) => brush.dab(u, w, 0.62)).join("");
  const petals = rows
    .flatMap(([u, w]) =>
      count(5).map((petal) => {
        const angle = (petal / 5) * 2 * Math.PI;
        const far = flat ? 0.028 : 0.026;
        return brush.dab(
          u + Math.cos(angle) * far,
          w + Math.sin(angle) * far * (flat ? 1 : 2.3),
          0.42,
        );
      }),
    )
    .join("");
  const edges = flat
    ? brush.ring(0.9)
    : [0.98, 0.06].map((share) => brush.ring(brush.heightOf(share))).join("");
  return brush.fill(dots + petals, SLIP, 0.72) + brush.line(edges, SLIP, thick * 0.5, 0.6);
};
