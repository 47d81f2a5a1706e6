import { tag } from "../canvas.ts";
import type { Colour } from "../colour.ts";
import { arcPath, smoothPath, through } from "../curve.ts";
import type { Pot } from "../pot.ts";
import type { Box } from "../silhouette.ts";
import { upright } from "../skin.ts";
import { lipOf, radiusAt } from "../surface.ts";
import { across, at, clamp, count, mix, type Point } from "../vector.ts";

/** How far round the wall the painted front reaches, in radians for u = 1. */
const FRONT = 1.25;

const heightInside = (inside: readonly Point[], radius: number) => {
  const outer = inside.findIndex(([r], index) => radius <= r && radius >= at(inside, index + 1)[0]);
  if (outer === -1) return at(inside, inside.length)[1];
  const [[r1, y1], [r0, y0]] = [at(inside, outer), at(inside, outer + 1)];
  return mix(y0, y1, (radius - r0) / (r1 - r0 || 1));
};

/** Tools that paint on the surface: u and w run from -1 to 1 over what the painter may use. */
export const createBrush = (pot: Pot, box: Box) => {
  const { canvas, camera, form, wall, random } = pot;
  const flat = form.flat ?? false;
  const inside = form.inside ?? form.wall;
  const seed = Math.floor(random() * 99);
  const thick = camera.scale * (pot.widest / 46) ** 0.6;
  const top = lipOf(wall)[1];

  const onWall = (u: number, height: number) =>
    camera.around(radiusAt(wall, height), height, Math.PI / 2 - u * FRONT);

  const onFloor = (u: number, w: number): Point => {
    const edge = at(inside, 0)[0];
    const height = heightInside(inside, Math.min(edge, Math.hypot(u, w) * edge));
    const { turn, depth } = form.oval ?? { turn: 0, depth: 1 };
    const [x, z] = [u * edge, -w * edge * depth];
    return camera.project(
      x * Math.cos(turn) - z * Math.sin(turn),
      height,
      x * Math.sin(turn) + z * Math.cos(turn),
    );
  };

  const heightOf = (share: number) => mix(form.painted[0], form.painted[1], share);

  const place = (u: number, w: number) =>
    flat ? onFloor(u * 0.95, w * 0.95) : onWall(u, heightOf((w + 1) / 2));

  /** A tapering stroke: half its width at the start, at the belly and at the tip. */
  const stroke = (line: readonly Point[], start: number, belly: number, tip: number) => {
    const middle = through(
      line.map(([u, w]) => place(u, w)),
      clamp(line.length * 3, 5, 12),
    );
    const last = middle.length - 1;
    const sides = middle.map((point, index): readonly [Point, Point] => {
      const [nx, ny] = across(at(middle, index - 1), at(middle, index + 1));
      const share = index / last;
      const width =
        share < 0.4 ? mix(start, belly, share / 0.4) : mix(belly, tip, (share - 0.4) / 0.6);
      const half = thick * width * 0.5;
      return [
        [point[0] + nx * half, point[1] + ny * half],
        [point[0] - nx * half, point[1] - ny * half],
      ];
    });
    return smoothPath([...sides.map(([l]) => l), ...sides.map(([, r]) => r).toReversed()]);
  };

  const dab = (u: number, w: number, radius: number) => {
    const [x, y] = place(u, w);
    const turn = random() * 6;
    return smoothPath(
      count(6).map((step): Point => {
        const angle = turn + (step / 6) * 2 * Math.PI;
        const size = radius * thick * (0.8 + 0.4 * random());
        return [x + Math.cos(angle) * size, y + Math.sin(angle) * size];
      }),
    );
  };

  /** Part of a circle round the wall at a height, or on a plate at a share of its radius. */
  const ring = (where: number, from = 0.02, to = Math.PI - 0.02) => {
    if (flat) {
      const whole = to - from > 3;
      const radius = where * at(inside, 0)[0];
      const height = heightInside(inside, radius);
      const sweep = whole ? 2 * Math.PI * (13 / 14) : (to - from) * 2;
      const start = whole ? 0 : from * 2;
      const line = count(14).map((step) =>
        camera.around(radius, height, start + (sweep * step) / 13),
      );
      return smoothPath(line, whole);
    }
    const radius = radiusAt(wall, where);
    const size = radius * camera.scale;
    return arcPath(
      camera.around(radius, where, to),
      camera.around(radius, where, from),
      size,
      size * camera.flatness(where),
      false,
    );
  };

  const fill = (d: string, colour: Colour, opacity: number, filter?: string) =>
    tag("path", { d, fill: upright(pot, box, colour), opacity, filter });

  /** A filled outline of points on screen. */
  const wash = (outline: readonly Point[], colour: Colour, opacity: number, filter?: string) =>
    fill(smoothPath(outline), colour, opacity, filter);

  const line = (d: string, colour: Colour, width: number, opacity: number, filter?: string) =>
    tag("path", {
      d,
      fill: "none",
      stroke: upright(pot, box, colour),
      "stroke-width": width,
      "stroke-linecap": "round",
      opacity,
      filter,
    });

  const rough = (amount: number, frequency = ".035", soften = 0.5) =>
    canvas.rough(amount, frequency, seed, soften);

  return {
    pot,
    flat,
    thick,
    top,
    scale: camera.scale,
    onWall,
    onFloor,
    heightOf,
    place,
    stroke,
    dab,
    ring,
    fill,
    wash,
    line,
    rough,
  };
};

export type Brush = ReturnType<typeof createBrush>;
