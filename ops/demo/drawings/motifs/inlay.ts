import { linear } from "../colour.ts";
import { linePath } from "../curve.ts";
import { count, points } from "../vector.ts";
import type { Brush } from "./brush.ts";

const WHITE_SLIP = linear("#eeece0");
const BLACK_SLIP = linear("#2e332c");

const ON_FLOOR = points("0 0, -.42 .3, .42 .3, -.42 -.34, .42 -.34");
const ON_WALL = points("-.75 .35, -.25 .35, .25 .35, .75 .35, -.5 -.35, 0 -.35, .5 -.35");

/** Scattered chrysanthemums of white slip with black stems, between double lines. */
export const inlay = (brush: Brush) => {
  const { flat, thick, place } = brush;
  const lines = flat ? [0.95, 0.9] : [1, 0.96, 0.03].map(brush.heightOf);
  const flowers = flat ? ON_FLOOR : ON_WALL;
  const petals = flowers.flatMap(([u, w]) =>
    count(8).map((petal) => {
      const angle = (petal / 8) * 2 * Math.PI;
      const [across, up] = [Math.cos(angle), Math.sin(angle)];
      return linePath([
        place(u + across * 0.022, w + up * 0.05),
        place(u + across * 0.062, w + up * 0.12),
      ]);
    }),
  );
  const stems = flat
    ? []
    : flowers.flatMap(([u, w]) => [
        brush.stroke(
          [
            [u, w - 0.1],
            [u + 0.03, w - 0.24],
            [u - 0.02, w - 0.34],
          ],
          0.5,
          0.6,
          0.3,
        ),
        brush.stroke(
          [
            [u, w - 0.2],
            [u + 0.08, w - 0.22],
          ],
          0.4,
          0.9,
          0.2,
        ),
      ]);
  return (
    brush.line(lines.map((where) => brush.ring(where)).join(""), WHITE_SLIP, thick * 0.5, 0.6) +
    brush.line(petals.join(""), WHITE_SLIP, thick * 1.1, 0.72) +
    brush.fill(stems.join(""), BLACK_SLIP, 0.7)
  );
};
