import { footRing, glazedWall, outlineOf, rolledEdge } from "./body.ts";
import { group, tag } from "./canvas.ts";
import { smoothPath } from "./curve.ts";
import { incenseOn } from "./incense.ts";
import { inside } from "./inside.ts";
import { lidOf } from "./lid.ts";
import { decorate } from "./motifs/decorate.ts";
import type { Pot } from "./pot.ts";
import { shadowOf } from "./shadow.ts";
import { boxOf } from "./silhouette.ts";
import { tubeOf } from "./tube.ts";

/** One piece with its shadow, from the table up. */
export const vessel = (pot: Pot) => {
  const { canvas, form } = pot;
  const outline = outlineOf(pot);
  const box = boxOf(outline);
  const clip = canvas.clip(tag("path", { d: smoothPath(outline) }));
  const { painting, onLid } = decorate(pot, box);
  return group(
    {},
    shadowOf(pot),
    ...(form.tubes ?? []).map((tube) => tubeOf(pot, tube)),
    footRing(pot),
    rolledEdge(pot),
    glazedWall(pot, outline, box, painting),
    inside(pot, box, painting),
    form.lid ? lidOf(pot, form.lid, { box, clip }, onLid) : "",
    form.incense ? incenseOn(pot) : "",
  );
};
