import { through } from "./curve.ts";
import { at, clamp, type Point } from "./vector.ts";

/** A profile as an even run of points; a normal is its radial and its upward part. */
export interface Surface {
  readonly points: readonly Point[];
  readonly normals: readonly Point[];
}

export const surfaceOf = (profile: readonly Point[], length: number): Surface => {
  const points = through(profile, length).map(([r, y]): Point => [Math.max(0, r), Math.max(0, y)]);
  const normals = points.map((_, index): Point => {
    const [a, b] = [at(points, index - 1), at(points, index + 1)];
    const size = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
    return [(b[1] - a[1]) / size, (a[0] - b[0]) / size];
  });
  return { points, normals };
};

export const widest = ({ points }: Surface) => Math.max(...points.map(([r]) => r));

export const lipOf = ({ points }: Surface) => at(points, points.length);

export const radiusAt = ({ points }: Surface, height: number) =>
  points.reduce((best, point) =>
    Math.abs(point[1] - height) < Math.abs(best[1] - height) ? point : best,
  )[0];

/** How hollow the wall is around a point, 0 where it bulges: glaze collects in hollows. */
export const hollowAt = ({ normals }: Surface, index: number) => {
  const [a, b] = [at(normals, index - 6), at(normals, index + 6)];
  return clamp(-1.1 * (a[0] * b[1] - a[1] * b[0]));
};
