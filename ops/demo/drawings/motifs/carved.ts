import { blend, dim, WHITE } from "../colour.ts";
import { smoothPath } from "../curve.ts";
import { count, mix, type Point, steps } from "../vector.ts";
import type { Brush } from "./brush.ts";

const PETALS = 13;
const FLUTES = 26;
const FACETS = 11;
const COMBS = 34;

/** A cut in the clay: glaze pools in it, and its far edge catches the light. */
const cut = (brush: Brush, lines: readonly (readonly Point[])[], width: number) => {
  const { pot, thick } = brush;
  const { glaze, canvas } = pot;
  const path = (shift: number) =>
    lines
      .map((line) =>
        smoothPath(
          line.map(([x, y]): Point => [x + shift, y + shift * 0.6]),
          false,
        ),
      )
      .join("");
  const soft = canvas.blur(thick * 0.18 * width);
  return (
    brush.line(path(0), dim(glaze.pool, 0.72), thick * width, 0.5, soft) +
    brush.line(
      path(thick * width * 0.75),
      blend(glaze.thin, WHITE, 0.25),
      thick * width * 0.55,
      0.3,
      soft,
    )
  );
};

const flutes = (brush: Brush) =>
  count(FLUTES).map((flute) => {
    const angle = (flute / FLUTES) * 2 * Math.PI;
    return [0.74, 0.86, 0.99].map((far) =>
      brush.onFloor(Math.cos(angle) * far, Math.sin(angle) * far),
    );
  });

/** Lotus petals carved round the wall, or the fluted rim of a plate. */
export const petals = (brush: Brush) => {
  if (brush.flat) return cut(brush, flutes(brush), 0.9);
  const petal = (index: number) => {
    const middle = -1.16 + (2.32 * (index + 0.5)) / PETALS;
    const half = 1.16 / PETALS;
    return steps(-1, 1, 9).map((side) =>
      brush.place(middle + half * side * (1 - 0.12 * Math.abs(side)), 0.82 - 1.75 * side ** 4),
    );
  };
  const veins = count(PETALS).map((index) => {
    const middle = -1.16 + (2.32 * (index + 0.5)) / PETALS;
    return [-0.8, 0, 0.55].map((w) => brush.place(middle, w));
  });
  return cut(brush, count(PETALS).map(petal), 1) + cut(brush, veins, 0.45);
};

/** Planes pared with a wire, edge beside edge. */
export const facets = (brush: Brush) => {
  if (brush.flat) return cut(brush, flutes(brush), 1.1);
  const { pot, thick } = brush;
  const { canvas, glaze } = pot;
  const edge = (u: number) => [-1, -0.5, 0, 0.5, 0.92].map((w) => brush.place(u, w));
  const at = (index: number) => mix(-1.24, 1.24, index / FACETS);
  const planes = count(FACETS)
    .filter((index) => index % 2 === 0)
    .map((index) => {
      const outline = [...edge(at(index)), ...edge(at(index + 1)).toReversed()];
      return brush.wash(outline, dim(glaze.pool, 0.8), 0.14, canvas.blur(thick * 0.5));
    });
  return (
    planes.join("") +
    cut(
      brush,
      count(FACETS + 1).map((index) => edge(at(index))),
      0.8,
    )
  );
};

/** Lines combed through the wet clay, all one way. */
export const comb = (brush: Brush) => {
  const { flat, pot } = brush;
  if (flat) {
    const rings = [0.3, 0.36, 0.42, 0.62, 0.68, 0.74].map((share) =>
      steps(0, 2 * Math.PI * 0.98, 25).map((angle) =>
        brush.onFloor(Math.cos(angle) * share, Math.sin(angle) * share),
      ),
    );
    return cut(brush, rings, 0.6);
  }
  const lean = pot.random.between(0.05, 0.12);
  const lines = count(COMBS).map((tooth) => {
    const u = mix(-1.24, 1.2, tooth / (COMBS - 1));
    return [-0.92, -0.3, 0.3, 0.8].map((w) => brush.place(u + lean * w, w));
  });
  return cut(brush, lines, 0.55);
};
