import { group, tag } from "./canvas.ts";
import { dim, hex } from "./colour.ts";
import { arcPath, smoothPath } from "./curve.ts";
import type { Pot } from "./pot.ts";
import { windowOn } from "./reflection.ts";
import { type Box, silhouette } from "./silhouette.ts";
import { albedo, skin, upright } from "./skin.ts";
import { surfaceOf, hollowAt } from "./surface.ts";
import { falloff, grain, throwingRings } from "./texture.ts";
import { at, type Point, smooth } from "./vector.ts";

/** The bare ring of clay that a piece stands on. */
export const footRing = (pot: Pot) => {
  const [radius, height] = pot.form.foot;
  const ring = surfaceOf(
    [
      [radius * 0.975, 0],
      [radius, height * 0.12],
      [radius * 1.005, height * 0.55],
      [radius, height],
      [radius * 1.02, height + 0.5],
    ],
    48,
  );
  return skin(pot, ring, {
    discs: 24,
    colour: (share) => dim(pot.glaze.clay, 0.8 + 0.15 * share),
    lighting: { gloss: 0.05, open: 0.62 },
    spill: 1,
  });
};

/** Where the glaze ends above the foot it rolls into a thick dark edge. */
export const rolledEdge = ({ canvas, camera, plan, glaze, form, wall }: Pot) => {
  if (!plan.round) return "";
  const radius = at(wall.points, 0)[0];
  const height = form.foot[1] + 0.25;
  return tag("path", {
    d: arcPath(
      camera.around(radius, height, Math.PI - 0.25),
      camera.around(radius, height, 0.25),
      radius * camera.scale,
      radius * camera.scale * camera.flatness(height),
      false,
    ),
    fill: "none",
    stroke: hex(dim(glaze.pool, 0.42)),
    "stroke-opacity": 0.6,
    "stroke-width": camera.scale * 1.1,
    filter: canvas.blur(camera.scale * 0.16),
  });
};

export const outlineOf = (pot: Pot): readonly Point[] =>
  silhouette(pot, pot.wall, {
    amount: pot.height > 60 ? 26 : 20,
    wobble: pot.form.wobble ?? (pot.form.flat ? 0.25 : 1),
    main: true,
  });

const edgeGlaze = (pot: Pot, share: number, hollow: number) => {
  const lip = pot.form.lip > 0 ? smooth(0.93, 1, share) * 0.75 : smooth(0.97, 1, share) * 0.3;
  return lip * (pot.form.flat ? 0.6 : 1) + (hollow < -0.02 ? 0.1 : 0);
};

/** The glazed wall with its painting, its texture and the window in it. */
export const glazedWall = (pot: Pot, outline: readonly Point[], box: Box, painting: string) => {
  const { canvas, form, plan, wall } = pot;
  const shape = smoothPath(outline);
  const discs = form.flat ? 10 : 24;
  const span = (box.bottom - box.top) / discs;
  const colour = (share: number, index: number) => {
    const hollow = hollowAt(wall, index);
    return albedo(pot, share, hollow, edgeGlaze(pot, share, hollow));
  };
  const upon = form.flat ? [] : [painting, throwingRings(pot), grain(pot)(box)];
  return group(
    {},
    tag("path", { d: shape, fill: upright(pot, box, colour(0.55, 82)) }),
    group(
      { "clip-path": canvas.clip(tag("path", { d: shape })) },
      group(
        { filter: canvas.melt(Math.max(1.6, span * (plan.round ? 0.42 : 0.25))) },
        skin(pot, wall, { discs, colour, grow: span * 1.2 }),
      ),
      ...upon,
      plan.round ? windowOn(pot, wall) : "",
      falloff(pot, box),
    ),
  );
};
