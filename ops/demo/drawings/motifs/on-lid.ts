import { group } from "../canvas.ts";
import { blend } from "../colour.ts";
import { smoothPath } from "../curve.ts";
import type { Surface } from "../surface.ts";
import { at, clamp, count, steps } from "../vector.ts";
import type { Brush } from "./brush.ts";
import { SLIP } from "./slip.ts";

/** Slip that was swept over the body goes on over the lid. */
export const lidPainting = (brush: Brush) => (surface: Surface) => {
  const { pot, scale } = brush;
  const { camera, glaze, random, motif } = pot;
  if (glaze.name !== "buncheong" || motif !== "sweep") return "";
  const loop = (share: number, from: number, to: number) => {
    const [radius, height] = at(surface.points, clamp(1 - share) * (surface.points.length - 2));
    const line = steps(from, to, 9).map((angle) => camera.around(radius, height, angle));
    return smoothPath(line, to - from > 6);
  };
  const turns = count(9).map(() => random() * 6);
  const swept = turns.map((turn, index) => loop(0.1 + 0.108 * index, turn, turn + 6.1));
  const bare = [1, 4, 7].map((index) => loop(0.22 + 0.1 * index, 1 + random(), 3 + random() * 2));
  const width = at(surface.points, 0)[0] * scale * 0.15;
  return group(
    { filter: brush.rough(scale * 1.6, ".02 .06", 0.4) },
    brush.line(swept.join(""), SLIP, width, 0.7),
    brush.line(bare.join(""), blend(glaze.pool, glaze.base, 0.5), scale * 0.4, 0.3),
  );
};
