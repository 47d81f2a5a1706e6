import { group, tag } from "./canvas.ts";
import { blend, hex } from "./colour.ts";
import { linePath, smoothPath } from "./curve.ts";
import { radiance } from "./light.ts";
import type { Pot } from "./pot.ts";
import { at, mix, type Point, unit } from "./vector.ts";

const between = (a: Point, b: Point, share: number): Point => [
  mix(a[0], b[0], share),
  mix(a[1], b[1], share),
];

const bead = ({ canvas, camera, glaze, backdrop }: Pot, [x, y]: Point) => {
  const { scale, cos } = camera;
  const lit = (colour: typeof glaze.base, normal: Point, near: number) =>
    hex(radiance(colour, unit([...normal, near]), { room: backdrop }));
  const fill = canvas.radial(
    [
      [0, lit(glaze.base, [-0.5, 0.8], 0.5)],
      [0.55, lit(blend(glaze.base, glaze.pool, 0.3), [0.1, 0.5], 0.8)],
      [1, lit(glaze.pool, [0.7, -0.3], 0.4)],
    ],
    { cx: 0.34, cy: 0.3, r: 0.78 },
  );
  return (
    tag("ellipse", { cx: x, cy: y - 3.2 * scale * cos, rx: 5.6 * scale, ry: 4.6 * scale, fill }) +
    tag("ellipse", {
      cx: x - 2 * scale,
      cy: y - 5.6 * scale * cos,
      rx: 1.4 * scale,
      ry: 0.8 * scale,
      fill: "#fff",
      opacity: 0.5 * glaze.gloss,
      filter: canvas.blur(scale * 0.35),
    })
  );
};

const smoke = ({ canvas, camera: { scale } }: Pot, [x, y]: Point) => {
  const rise: readonly Point[] = [
    [x, y - 4],
    [x + 5 * scale, y - 10 * scale],
    [x - 2 * scale, y - 20 * scale],
    [x + 6 * scale, y - 30 * scale],
    [x + 2 * scale, y - 42 * scale],
  ];
  return tag("path", {
    d: smoothPath(rise, false),
    fill: "none",
    stroke: "#fff",
    "stroke-opacity": 0.3,
    "stroke-width": scale * 1.3,
    "stroke-linecap": "round",
    filter: canvas.blur(scale * 0.8),
  });
};

/** A burning stick in a bead of the same glaze, with its shadow and its smoke. */
export const incenseOn = (pot: Pot) => {
  const { canvas, camera, form, random } = pot;
  const { scale, sin, cos } = camera;
  const floor = at(form.inside ?? form.wall, 99)[1];
  const base = camera.project(-6, floor, -4);
  const foot: Point = [base[0], base[1] - 5 * scale * cos];
  const tip: Point = [base[0] + random.between(0.3, 0.5) * 55 * scale, base[1] - 63 * scale * cos];
  const stick = (from: Point, to: Point, width: number, stroke: string) =>
    tag("path", {
      d: linePath([from, to]),
      stroke,
      "stroke-width": width * scale,
      "stroke-linecap": "round",
    });
  const [ember, ash] = [between(foot, tip, 0.972), between(foot, tip, 0.976)];
  return group(
    {},
    group(
      { filter: canvas.blur(3) },
      tag("ellipse", {
        cx: base[0] + 3 * scale,
        cy: base[1],
        rx: 6.4 * scale,
        ry: 6.4 * scale * sin,
        fill: "#150d08",
        opacity: 0.45,
      }),
      tag("path", {
        d: linePath([
          [base[0] + 5 * scale, base[1]],
          [base[0] + 35 * scale, base[1] - 9 * scale * sin],
        ]),
        stroke: "#150d08",
        "stroke-opacity": 0.3,
        "stroke-width": scale * 0.8,
      }),
    ),
    bead(pot, base),
    stick(foot, tip, 0.85, "#4c4033"),
    stick([foot[0] - scale * 0.16, foot[1]], [tip[0] - scale * 0.16, tip[1]], 0.3, "#8c7a60"),
    stick(ash, tip, 0.9, "#b9b1a6"),
    tag("circle", { cx: ember[0], cy: ember[1], r: scale * 0.5, fill: "#e07a3c" }),
    smoke(pot, tip),
  );
};
