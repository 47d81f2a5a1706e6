import { group, tag } from "../canvas.ts";
import { at, clamp, count, mix, type Point } from "../vector.ts";
import type { Brush } from "./brush.ts";

const coordinates = (list: readonly Point[]) =>
  list.map((point) => point.map((value) => value.toFixed(1)).join(" "));

/** Crackle: a shaken lattice of fine lines with gaps, over the whole surface. */
export const crackle = (brush: Brush) => {
  const { pot, flat, scale, top } = brush;
  const { glaze, random, close, form } = pot;
  const strong = glaze.crackle > 0.5;
  if (glaze.crackle === 0 || (!strong && !close)) return "";
  const [columns, rows] = close ? [15, 10] : [12, 8];
  const shake = () => random.between(-0.36, 0.36);
  const lattice = count(rows + 1).map((row) =>
    count(columns + 1).map((column): Point => [
      ((column + (row % 2 === 0 ? 0 : 0.5) + shake()) / columns) * 2 - 1,
      ((row + shake()) / rows) * 2 - 1,
    ]),
  );
  const knot = (row: number, column: number) => at(at(lattice, row), column);
  const onSurface = ([u, w]: Point) => {
    if (!flat)
      return brush.onWall(u * 1.24, mix(form.foot[1] + 0.5, top - 0.5, (clamp(w, -1, 1) + 1) / 2));
    const far = Math.max(1, Math.hypot(u, w));
    return brush.onFloor(u / far, w / far);
  };
  const crack = (a: Point, b: Point) => {
    const middle: Point = [
      (a[0] + b[0]) / 2 + random.between(-0.02, 0.02),
      (a[1] + b[1]) / 2 + random.between(-0.02, 0.02),
    ];
    const [from, through, to] = coordinates([a, middle, b].map(onSurface));
    return `M${from}Q${through} ${to}`;
  };
  const cracks = count(rows + 1).flatMap((row) =>
    count(columns + 1).map((column) => {
      const along =
        column < columns && random() < 0.62 ? crack(knot(row, column), knot(row, column + 1)) : "";
      if (row === rows || random() > 0.58) return along;
      const shift = row % 2 === 1 && random() < 0.5 ? 1 : 0;
      return along + crack(knot(row, column), knot(row + 1, column + shift));
    }),
  );
  return tag("path", {
    d: cracks.join(""),
    fill: "none",
    stroke: strong ? "#4a3a2c" : "#5d6a56",
    "stroke-opacity": strong ? 0.42 : 0.22,
    "stroke-width": Math.max(0.7, scale * 0.13),
  });
};

/** Specks where iron in the clay melted through. */
export const specks = (brush: Brush) => {
  const { pot, flat, scale, top } = brush;
  const { glaze, random, form } = pot;
  if (glaze.specks === 0) return "";
  const spots = count(Math.round(glaze.specks * random.between(0.5, 1.2))).map(() => {
    const [x, y] = flat
      ? brush.onFloor(random.between(-0.7, 0.7), random.between(-0.7, 0.7))
      : brush.onWall(random.between(-1.1, 1.1), mix(form.foot[1] + 1, top - 2, random()));
    return `M${x.toFixed(1)} ${y.toFixed(1)}h.1`;
  });
  const every = (large: boolean) =>
    spots.filter((_, index) => (index % 4 === 0) === large).join("");
  return group(
    {
      fill: "none",
      stroke: glaze.name === "onggi" ? "#2a160c" : "#5a4330",
      "stroke-linecap": "round",
      "stroke-opacity": 0.5,
    },
    tag("path", { d: every(false), "stroke-width": scale * 0.24 }),
    tag("path", { d: every(true), "stroke-width": scale * 0.46, "stroke-opacity": 0.35 }),
  );
};
