import { group, tag } from "./canvas.ts";
import { blend, hex } from "./colour.ts";
import { smoothPath } from "./curve.ts";
import { radiance } from "./light.ts";
import { lip, lipGlint, mouthOf, opening } from "./lip.ts";
import type { Pot } from "./pot.ts";
import type { Box } from "./silhouette.ts";
import { albedo, basin } from "./skin.ts";
import { type Surface, surfaceOf, widest } from "./surface.ts";
import { grain, plateLight } from "./texture.ts";
import { at, clamp, count, mix, type Point, smooth, steps } from "./vector.ts";

const DISCS = 16;

/** The inner wall from lip to floor: the outer one, a lip's thickness in, if none is given. */
const hollowOf = ({ form, wall }: Pot) => {
  if (form.inside) return surfaceOf(form.inside, 60);
  const floor = form.foot[1] + form.lip;
  const inner = wall.points
    .filter((_, index) => index % 10 === 0 || index === wall.points.length - 1)
    .toReversed()
    .map(([r, y]): Point => [Math.max(1, r - form.lip), y - form.lip * 0.25])
    .filter(([, y]) => y > floor + 1);
  return surfaceOf(
    [...inner, [Math.max(2, form.foot[0] - 2) * 0.7, floor - 0.2], [0, floor - 0.3]],
    60,
  );
};

/** How open a mouth is: 1 for bowls, near 0 for bottles. */
const openness = (radius: number, hollow: Surface) => clamp(radius / widest(hollow), 0.2, 1);

const walls = (pot: Pot, hollow: Surface) => {
  const { form, glaze } = pot;
  const { radius: mouth } = mouthOf(pot);
  const top = at(hollow.points, 0)[1];
  const shut = smooth(1, 0.75, openness(mouth, hollow));
  const light = glaze.base[1];
  return count(DISCS)
    .map((disc) => {
      const down = disc / (DISCS - 1);
      const index = Math.round(down ** 1.15 * (hollow.points.length - 2));
      const [radius, height] = at(hollow.points, index);
      const [out, up] = at(hollow.normals, index);
      const depth = (top - height) / mouth;
      const up01 = 1 - down;
      const pooled = smooth(0.5, 0, up01) * (form.flat ? 0.5 : 0.32);
      const sky = mix(1 - 0.5 * smooth(0, 1.1, depth), 0.2, shut * smooth(0, 0.25, depth));
      return basin(pot, radius, height, {
        normal: [-Math.abs(out), Math.abs(up)],
        colour: albedo(pot, 0.25 + 0.5 * up01, pooled, smooth(0.93, 1, up01) * 0.6),
        open: sky ** (1 - 0.55 * light),
        window: mix(1, 0.1, shut * smooth(0, 0.3, depth)),
        shade: clamp(depth * 1.5) * (0.55 - 0.25 * light) * (form.flat ? 0.7 : 1),
      });
    })
    .join("");
};

/** The near left wall shades the floor. */
const innerShadow = (pot: Pot, hollow: Surface) => {
  const { canvas, camera, plan, glaze } = pot;
  const { radius, height } = mouthOf(pot);
  const drop = at(hollow.points, 0)[1] - at(hollow.points, hollow.points.length)[1];
  const depth = clamp(drop / radius, 0.08, 0.7);
  const width = radius * camera.scale;
  const [dx, dy] = plan.round ? [width * 0.045, -width * 0.04 * camera.sin] : [3, -2];
  return group(
    {
      transform: `translate(${dx.toFixed(1)} ${dy.toFixed(1)})`,
      filter: canvas.blur(Math.max(3, width * 0.07 * (0.5 + depth))),
    },
    camera.disc(radius * 1.03, height, {
      fill: "none",
      stroke: "#140d08",
      "stroke-opacity": (0.28 + depth * 0.4) * (1 - 0.3 * glaze.base[1]),
      "stroke-width": plan.round ? Math.max(3, width * depth * 0.2) : 7,
    }),
  );
};

/** The far right wall catches the window. */
const innerGlint = (pot: Pot, hollow: Surface) => {
  const { canvas, camera, plan, form, glaze } = pot;
  if (!plan.round) return "";
  const down = (share: number) => at(hollow.points, Math.floor(hollow.points.length * share));
  const high = down(form.flat ? 0.3 : 0.22);
  const low = down(form.flat ? 0.55 : 0.44);
  const upper = steps(-0.12, -1.08, 7).map((angle) => camera.around(...high, angle));
  const lower = steps(-0.98, -0.2, 7).map((angle) => camera.around(...low, angle));
  return tag("path", {
    d: smoothPath([...upper, ...lower]),
    fill: "#fff",
    opacity: 0.3 * glaze.gloss * smooth(0.7, 1, openness(mouthOf(pot).radius, hollow)),
    filter: canvas.blur(camera.scale * (2.9 - Math.min(1, glaze.gloss) * 0.6)),
  });
};

/** The lip and all that is seen through the mouth. */
export const inside = (pot: Pot, box: Box, painting: string) => {
  const { canvas, camera, form, glaze, plan, random } = pot;
  if (form.lip === 0) return "";
  const hollow = hollowOf(pot);
  const { radius, height } = mouthOf(pot);
  const drop = at(hollow.points, 0)[1] - at(hollow.points, hollow.points.length)[1];
  const gap = (drop * camera.scale * camera.cos) / DISCS;
  const ground = radiance(blend(glaze.base, glaze.pool, 0.3), [0.5, 0.7, 0.4], {
    room: pot.backdrop,
    open: 0.6,
    window: 0.6,
  });
  const upon = form.flat ? [painting, grain(pot)(box, 0.9), plateLight(pot, box)] : [];
  const tilt = random.between(-0.25, 0.25);
  const turn = `rotate(${tilt.toFixed(2)} ${camera.x.toFixed(1)} ${camera.level(height).toFixed(1)})`;
  return group(
    plan.round ? { transform: turn } : {},
    lip(pot),
    group(
      { "clip-path": canvas.clip(opening(pot)) },
      camera.disc(radius * 1.1, height, { fill: hex(ground) }),
      group(
        { filter: canvas.melt(Math.max(1.2, gap * 0.5 + radius * camera.scale * 0.012)) },
        walls(pot, hollow),
      ),
      ...upon,
      innerShadow(pot, hollow),
      innerGlint(pot, hollow),
    ),
    lipGlint(pot),
  );
};
