import { group, tag } from "./canvas.ts";
import { smoothPath } from "./curve.ts";
import { reflect } from "./light.ts";
import type { Pot } from "./pot.ts";
import type { Surface } from "./surface.ts";
import { at, clamp, count, dot, type Point, type Vector } from "./vector.ts";

/** A patch of sky, as bearings and heights in degrees: the window seen from the table. */
interface Patch {
  readonly bearing: Point;
  readonly rise: Point;
  /** How much of it is lit; the middle, if not all. */
  readonly cover?: number;
}

const degrees = (radians: number) => (radians * 180) / Math.PI;
const LEFT_SIDE = count(43).map((step) => ((92 + step * 2) * Math.PI) / 180);
const SHORTEST_RUN = 6;
const ROWS = 8;

const shows = (view: Vector, normal: Vector, { bearing, rise }: Patch) => {
  if (dot(normal, view) < 0.04) return false;
  const seen = reflect(view, normal);
  const azimuth = degrees(Math.atan2(-seen[0], seen[2]));
  const height = degrees(Math.asin(clamp(seen[1], -1, 1)));
  return azimuth > bearing[0] && azimuth < bearing[1] && height > rise[0] && height < rise[1];
};

interface Glint {
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

const runsOf = (glints: readonly (Glint | null)[]) => {
  const runs: Glint[][] = [[]];
  for (const glint of glints) {
    if (glint) runs.at(-1)?.push(glint);
    else runs.push([]);
  }
  return runs.filter((run) => run.length >= SHORTEST_RUN);
};

/** Where the wall mirrors a patch of sky: an outline as path data, empty if nowhere. */
export const mirrored = (pot: Pot, surface: Surface, patch: Patch) => {
  const { camera } = pot;
  const glints = surface.normals.slice(1, -1).map(([out, up], before): Glint | null => {
    const hits = LEFT_SIDE.filter((angle) =>
      shows(camera.view, [out * Math.cos(angle), up, out * Math.sin(angle)], patch),
    );
    if (hits.length < 2) return null;
    return { index: before + 1, from: at(hits, 0), to: at(hits, hits.length) };
  });
  return runsOf(glints)
    .map((run) => {
      const rows = Math.min(ROWS, run.length);
      const edges = count(rows).map((row) => {
        const { index, from, to } = at(run, (row * (run.length - 1)) / (rows - 1));
        const taper = row === 0 || row === rows - 1 ? 0.55 : 1;
        const half = ((to - from) / 2) * (patch.cover ?? 1) * taper;
        const [radius, height] = at(surface.points, index);
        const middle = (from + to) / 2;
        return [
          camera.around(radius, height, middle + half),
          camera.around(radius, height, middle - half),
        ] as const;
      });
      const [left, right] = [edges.map(([l]) => l), edges.map(([, r]) => r)];
      return smoothPath([...left, ...right.toReversed()]);
    })
    .join("");
};

/** The lowest bearing from which the window still reaches the wall. */
export const horizon = ({ camera }: Pot) => -degrees(camera.elevation) - 14;

/** The window on a glazed wall: a wide soft patch and a brighter core. */
export const windowOn = (pot: Pot, surface: Surface) => {
  const { canvas, camera, glaze } = pot;
  const low = horizon(pot);
  const gloss = Math.min(1, glaze.gloss);
  const strength = glaze.base[1] < 0.05 ? 1 : 0.8;
  const fill = canvas.linear(
    [
      [0, "#fff", 0.75],
      [0.55, "#fff", 0.6],
      [1, "#fff", 0.12],
    ],
    {
      x2: 0,
      y2: 1,
    },
  );
  const wide = mirrored(pot, surface, { bearing: [34, 82], rise: [low, 62] });
  const core = mirrored(pot, surface, { bearing: [46, 68], rise: [low + 6, 52], cover: 0.8 });
  const patch = (d: string, opacity: number, softness: number) =>
    tag("path", { d, fill, opacity, filter: canvas.blur(camera.scale * softness) });
  return group(
    {},
    wide && patch(wide, 0.3 * gloss * strength + 0.05, 2.3 - gloss * 0.9),
    core && gloss > 0.45 ? patch(core, (0.42 * gloss - 0.02) * strength, 1.5 - gloss) : "",
  );
};
