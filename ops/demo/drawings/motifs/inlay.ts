import { BLACK, blend, linear } from "../colour.ts";
import { linePath, smoothPath } from "../curve.ts";
import { count, points } from "../vector.ts";
import type { Brush } from "./brush.ts";

const WHITE_SLIP = linear("#eeece0");
const BLACK_SLIP = linear("#2e332c");
const IRON = linear("#6a3a1e");
const PALE_LINE = linear("#d9dde4");

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

/** Lotus petals carved round the foot; each cut has a dark side and a lit one. */
export const lotus = (brush: Brush) => {
  if (brush.flat) return inlay(brush);
  const { pot, thick, place } = brush;
  const [foot, tip] = [-1, 0.1];
  const shoulder = foot + (tip - foot) * 0.55;
  const petals = count(9).map((petal) => {
    const left = -1.2 + (2.4 * petal) / 9;
    const right = left + 2.4 / 9;
    const middle = (left + right) / 2;
    const outline = [
      place(left + 0.02, foot),
      place(left + 0.03, shoulder),
      place(middle - 0.05, tip - 0.06),
      place(middle, tip),
      place(middle + 0.05, tip - 0.06),
      place(right - 0.03, shoulder),
      place(right - 0.02, foot),
    ];
    const lit = outline.map(([x, y]) => [x + thick * 0.45, y + thick * 0.3] as const);
    const rib = linePath([place(middle, foot + 0.2), place(middle, tip - 0.34)]);
    return { cut: smoothPath(outline, false), lit: smoothPath(lit, false), rib };
  });
  const shade = blend(pot.glaze.pool, BLACK, 0.35);
  const all = (part: "cut" | "lit" | "rib") => petals.map((petal) => petal[part]).join("");
  return (
    brush.line(all("cut"), shade, thick * 0.6, 0.6) +
    brush.line(all("lit"), WHITE_SLIP, thick * 0.45, 0.4) +
    brush.line(all("rib"), shade, thick * 0.4, 0.45)
  );
};

/** Two lines below the lip, one broad and one fine. */
export const band = (brush: Brush) => {
  const { pot, flat, thick, scale } = brush;
  const dark = pot.random() < 0.5 ? IRON : pot.glaze.ink;
  const colour = pot.glaze.name === "cobalt" ? PALE_LINE : dark;
  const [broad, fine] = flat ? [0.93, 0.87] : [brush.heightOf(0.98), brush.heightOf(0.9)];
  return (
    brush.line(brush.ring(broad), colour, thick * 1.7, 0.8, brush.rough(scale * 0.7, ".012 .05")) +
    brush.line(brush.ring(fine), colour, thick * 0.55, 0.75, brush.rough(scale * 0.6, ".012 .05"))
  );
};
