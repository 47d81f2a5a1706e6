import type { Profile } from "./profile";
import { type Form, mouth, profiles } from "./profiles";

type Point = readonly [x: number, y: number];

export type Silhouette = {
  form: Form;
  width: number;
  height: number;
  /** The axis of the thrown body and its half width; a handle or a spout takes the rest. */
  axis: number;
  radius: number;
  rim: { y: number; rx: number; ry: number };
  footDepth: number;
  path: string;
};

/** One tenth of a millimetre is finer than any screen shows. */
export const round = (value: number) => Math.round(value * 10) / 10;

/** How much of the whole width the thrown body takes, and where its axis stands. */
const body = (form: Form, width: number) => {
  if (form === "teapot") return { axis: width * 0.47, radius: width * 0.33 };
  if (form === "mug" || form === "pitcher") return { axis: width * 0.38, radius: width * 0.38 };
  return { axis: width / 2, radius: width / 2 };
};

const at = (points: readonly Point[], index: number): Point =>
  points[Math.min(points.length - 1, Math.max(0, index))] ?? [0, 0];

/** Catmull-Rom through the points, written as cubic Bézier segments. */
const spline = (points: readonly Point[]) =>
  points
    .slice(1)
    .map((end, index) => {
      const [before, start, after] = [
        at(points, index - 1),
        at(points, index),
        at(points, index + 2),
      ];
      const leave = [start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6];
      const arrive = [end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6];
      return `C${[...leave, ...arrive, ...end].map(round).join(" ")}`;
    })
    .join("");

/** The half width of the body at a fraction of its height, counted from the rim. */
export const radiusAt = ({ form, radius }: Silhouette, height: number) => {
  const profile: Profile = profiles[form];
  const nearest = profile.reduce((best, point) =>
    Math.abs(point[1] - height) < Math.abs(best[1] - height) ? point : best,
  );
  return nearest[0] * radius;
};

/** The outline of a pot in millimetres, its foot on y = height. */
export const silhouette = (form: Form, width: number, height: number): Silhouette => {
  const { axis, radius } = body(form, width);
  const right = profiles[form].map(([r, y]): Point => [axis + r * radius, y * height]);
  const left = right.map(([x, y]): Point => [2 * axis - x, y]).toReversed();
  const [rimX, rimY] = at(right, 0);
  const rim = { y: rimY, rx: rimX - axis, ry: (rimX - axis) * mouth(form) };
  const footRadius = at(right, right.length - 1)[0] - axis;
  const footDepth = footRadius * (form.endsWith("plate") ? 0.1 : 0.07);
  const arc = (rx: number, ry: number, sweep: 0 | 1, end: Point) =>
    `A${round(rx)} ${round(ry)} 0 0 ${sweep} ${end.map(round).join(" ")}`;
  const path = [
    `M${at(right, 0).map(round).join(" ")}`,
    spline(right),
    arc(footRadius, footDepth, 1, at(left, 0)),
    spline(left),
    arc(rim.rx, rim.ry, 0, at(right, 0)),
    "Z",
  ].join("");
  return { form, width, height, axis, radius, rim, footDepth, path };
};
