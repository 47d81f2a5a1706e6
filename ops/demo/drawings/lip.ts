import { group, tag } from "./canvas.ts";
import { blend, hex } from "./colour.ts";
import { arcPath, smoothPath } from "./curve.ts";
import { radiance } from "./light.ts";
import type { Pot } from "./pot.ts";
import { basin } from "./skin.ts";
import { lipOf } from "./surface.ts";
import { clamp, count, type Point, unit } from "./vector.ts";

/** Offsets across the rolled lip, in lip thicknesses, with the normal there. */
const ROLL: readonly { readonly inward: number; readonly up: number; readonly normal: Point }[] = [
  { inward: 0, up: -0.3, normal: [1, 0.1] },
  { inward: 0.06, up: -0.02, normal: [0.75, 0.6] },
  { inward: 0.28, up: 0.16, normal: [0.25, 0.97] },
  { inward: 0.66, up: 0.16, normal: [-0.3, 0.95] },
  { inward: 0.9, up: 0, normal: [-0.8, 0.55] },
];

const lipGlaze = ({ glaze }: Pot) => blend(glaze.base, glaze.thin, clamp(0.8 * glaze.edge));

/** The mouth of a pitcher: a circle pulled out to the left. */
const pulled = ({ camera, form }: Pot, radius: number, height: number, share: number) =>
  smoothPath(
    count(24).map((step): Point => {
      const angle = (step / 24) * 2 * Math.PI;
      const pull = Math.exp(-(((angle - Math.PI) / 0.42) ** 2));
      const [x, y] = camera.project(
        radius * Math.cos(angle) - (form.beak ?? 0) * pull * share,
        height,
        radius * Math.sin(angle),
      );
      return [x, y - pull * camera.scale * 0.5];
    }),
  );

const pouringLip = (pot: Pot, radius: number, height: number) => {
  const colour = lipGlaze(pot);
  const lit = (x: number, y: number, z: number) =>
    hex(radiance(colour, unit([x, y, z]), { room: pot.backdrop }));
  const fill = pot.canvas.linear([
    [0, lit(-0.5, 0.8, 0.3)],
    [0.5, lit(0, 1, 0)],
    [1, lit(0.6, 0.7, 0.2)],
  ]);
  return tag("path", { d: pulled(pot, radius, height, 1), fill });
};

export const mouthOf = ({ form, wall }: Pot) => {
  const [radius, height] = lipOf(wall);
  return { radius: radius - form.lip, height: height - form.lip * 0.25 };
};

/** The opening inside the lip, as a shape to clip by. */
export const opening = (pot: Pot) => {
  const { radius, height } = mouthOf(pot);
  return pot.form.beak
    ? tag("path", { d: pulled(pot, radius, height, 0.9) })
    : pot.camera.disc(radius, height, { fill: "#000" });
};

export const lip = (pot: Pot) => {
  const { canvas, camera, form } = pot;
  const [radius, height] = lipOf(pot.wall);
  const colour = lipGlaze(pot);
  const rolled = form.beak
    ? pouringLip(pot, radius, height)
    : ROLL.map(({ inward, up, normal }) =>
        basin(pot, radius - form.lip * inward, height + form.lip * up, { normal, colour }),
      ).join("");
  return group({ filter: canvas.blur(form.lip * camera.scale * 0.05) }, rolled);
};

/** The bright line where the lip catches the window, and again on the far side. */
export const lipGlint = ({ canvas, camera, plan, form, glaze, wall }: Pot) => {
  if (!plan.round || form.beak) return "";
  const [lipRadius, lipHeight] = lipOf(wall);
  const [radius, height] = [lipRadius - form.lip * 0.45, lipHeight + form.lip * 0.16];
  const arc = (from: number, to: number) =>
    arcPath(
      camera.around(radius, height, from * Math.PI),
      camera.around(radius, height, to * Math.PI),
      radius * camera.scale,
      radius * camera.scale * camera.flatness(height),
      true,
    );
  const thickness = form.lip * camera.scale;
  const shine = {
    fill: "none",
    stroke: canvas.linear([
      [0, "#fff", 0],
      [0.3, "#fff", 0.9],
      [0.55, "#fff", 0.9],
      [1, "#fff", 0],
    ]),
    opacity: 0.25 + 0.5 * Math.min(1, glaze.gloss),
    "stroke-width": Math.max(0.8, thickness * 0.16),
    filter: canvas.blur(Math.max(0.5, thickness * 0.08)),
  };
  return [arc(0.58, 0.98), arc(1.2, 1.66)].map((d) => tag("path", { d, ...shine })).join("");
};
