import { group } from "../canvas.ts";
import { blend, linear } from "../colour.ts";
import { smoothPath } from "../curve.ts";
import type { Surface } from "../surface.ts";
import { at, clamp, count, steps } from "../vector.ts";
import type { Brush } from "./brush.ts";
import type { Motif } from "./motif.ts";
import { SLIP } from "./slip.ts";

const PALE_LINE = linear("#d9dde4");
const BANDED: readonly Motif[] = ["sweep", "band", "fish", "sgraffito"];

/** What continues on the lid: swept slip, or one line. */
export const lidPainting = (brush: Brush, motif: Motif) => (surface: Surface) => {
  const { pot, thick, scale } = brush;
  const { camera, glaze, random } = pot;
  if (!BANDED.includes(motif)) return "";
  const loop = (share: number, from: number, to: number) => {
    const [radius, height] = at(surface.points, clamp(1 - share) * (surface.points.length - 2));
    const line = steps(from, to, 9).map((angle) => camera.around(radius, height, angle));
    return smoothPath(line, to - from > 6);
  };
  if (glaze.name === "buncheong" && motif !== "band") {
    const turns = count(9).map(() => random() * 6);
    const swept = turns.map((turn, index) => loop(0.1 + 0.108 * index, turn, turn + 6.1));
    const bare = [1, 4, 7].map((index) => loop(0.22 + 0.1 * index, 1 + random(), 3 + random() * 2));
    const width = at(surface.points, 0)[0] * scale * 0.15;
    return group(
      { filter: brush.rough(scale * 1.6, ".02 .06", 0.4) },
      brush.line(swept.join(""), SLIP, width, 0.7),
      brush.line(bare.join(""), blend(glaze.pool, glaze.base, 0.5), scale * 0.4, 0.3),
    );
  }
  const colour = glaze.name === "cobalt" ? PALE_LINE : glaze.ink;
  return brush.line(
    loop(0.72, 0, (2 * Math.PI * 8) / 9),
    colour,
    thick * 0.9,
    0.7,
    brush.rough(scale * 0.5, ".02", 0.4),
  );
};
