import { group, tag } from "./canvas.ts";
import { dim, hex } from "./colour.ts";
import { smoothPath } from "./curve.ts";
import type { Lid } from "./form.ts";
import { radiance } from "./light.ts";
import type { Pot } from "./pot.ts";
import { horizon, mirrored } from "./reflection.ts";
import { type Box, boxOf, silhouette } from "./silhouette.ts";
import { albedo, lightingAt, skin, upright } from "./skin.ts";
import { type Surface, surfaceOf, widest } from "./surface.ts";
import { falloff, grain } from "./texture.ts";
import { at, mix, type Point, smooth } from "./vector.ts";

const raised = (list: readonly Point[], by: number) => list.map(([r, y]): Point => [r, y + by]);

/** The shade that a lid throws on the shoulder, and the dark joint under its edge. */
const joint = ({ canvas, camera, glaze }: Pot, lid: Lid, bodyClip: string) => {
  const [radius] = at(lid.wall, 0);
  return group(
    {},
    group(
      { "clip-path": bodyClip },
      camera.disc(radius * 1.015, lid.height - 1.1, {
        fill: "#120b06",
        "fill-opacity": 0.5,
        filter: canvas.blur(camera.scale * 0.55),
      }),
    ),
    camera.disc(radius * (lid.covers ? 0.992 : 1), lid.height - (lid.covers ? 0.5 : 0.3), {
      fill: hex(dim(glaze.pool, 0.1)),
    }),
  );
};

const dome = (pot: Pot, surface: Surface, d: string, box: Box, painting: string) => {
  const { canvas, camera, glaze } = pot;
  const gloss = Math.min(1, glaze.gloss);
  const discs = 12;
  const window = mirrored(pot, surface, { bearing: [30, 84], rise: [horizon(pot), 88] });
  const melted = Math.max(1.2, ((box.bottom - box.top) / discs) * 0.45);
  return group(
    { "clip-path": canvas.clip(tag("path", { d })) },
    group(
      { filter: canvas.melt(melted) },
      skin(pot, surface, {
        discs,
        grow: 8,
        colour: (share) =>
          albedo(
            pot,
            0.3 + 0.6 * share,
            smooth(0.9, 1, share) * 0.25,
            smooth(0.14, 0, share) * 0.45,
          ),
      }),
    ),
    painting,
    grain(pot)(box),
    window &&
      tag("path", {
        d: window,
        fill: "#fff",
        opacity: 0.32 * gloss,
        filter: canvas.blur(camera.scale * (2.9 - gloss)),
      }),
    falloff(pot, box),
  );
};

const knobOf = (pot: Pot, lid: Lid, box: Box, lidClip: string) => {
  const { canvas, camera, glaze } = pot;
  const surface = surfaceOf(raised(lid.knob, lid.height), 40);
  const radius = widest(surface);
  const d = smoothPath(silhouette(pot, surface, { amount: 16, wobble: 0.3, main: false }));
  const [foot, top] = [at(surface.points, 0)[1], at(surface.points, 39)[1]];
  const [cx, cy] = camera.around(radius * 0.45, mix(foot, top, 0.72), Math.PI * 0.72);
  return group(
    {},
    group(
      { "clip-path": lidClip },
      camera.disc(at(lid.knob, 0)[0] * 1.5, foot, {
        fill: "#120b06",
        "fill-opacity": 0.4,
        filter: canvas.blur(camera.scale),
      }),
    ),
    tag("path", { d, fill: upright(pot, box, glaze.base) }),
    group(
      { "clip-path": canvas.clip(tag("path", { d })) },
      group(
        { filter: canvas.melt(camera.scale * 0.55) },
        skin(pot, surface, {
          discs: 10,
          grow: 8,
          colour: (share) => albedo(pot, 0.2 + 0.7 * share, smooth(0.3, 0, share) * 0.5, 0.1),
        }),
      ),
      tag("ellipse", {
        cx,
        cy,
        rx: radius * camera.scale * 0.22,
        ry: radius * camera.scale * 0.15,
        fill: "#fff",
        opacity: 0.6 * Math.min(1, glaze.gloss),
        filter: canvas.blur(camera.scale * 0.3),
      }),
    ),
  );
};

/** A lid with its knob, above a body clipped by `bodyClip` and as wide as `body`. */
export const lidOf = (
  pot: Pot,
  lid: Lid,
  body: { readonly box: Box; readonly clip: string },
  painting: (surface: Surface) => string,
) => {
  const surface = surfaceOf(raised(lid.wall, lid.height), 60);
  const outline = silhouette(pot, surface, { amount: 20, wobble: 0.6, main: false });
  const d = smoothPath(outline);
  const box = boxOf(outline);
  const ground = radiance(pot.glaze.base, [0, 0.7, 0.7], lightingAt(pot, 60));
  return group(
    {},
    joint(pot, lid, body.clip),
    tag("path", { d, fill: hex(ground) }),
    dome(pot, surface, d, box, painting(surface)),
    knobOf(pot, lid, body.box, pot.canvas.clip(tag("path", { d }))),
  );
};
