import { group, tag } from "./canvas.ts";
import { blend, dim, hex } from "./colour.ts";
import { linePath, smoothPath, through } from "./curve.ts";
import type { Tube } from "./form.ts";
import { radiance, WINDOW } from "./light.ts";
import type { Pot } from "./pot.ts";
import { lightingAt } from "./skin.ts";
import { across, at, clamp, count, mix, type Point, steps, unit } from "./vector.ts";

const LENGTH = 37;
const SEGMENTS = 18;
const STRIPS = steps(-1, 1, 7);

const widthAt = ({ width }: Tube, share: number) => {
  const place = share * (width.length - 1);
  const left = Math.min(width.length - 2, Math.floor(place));
  return mix(at(width, left), at(width, left + 1), place - left);
};

/** A tube on screen: its middle, its normals, and any point `u` (-1 to 1) across it. */
const laidOut = ({ camera }: Pot, tube: Tube) => {
  const line = through(tube.line, LENGTH);
  const middle = line.map(([x, y]) => camera.project(x, y, 0));
  const normals = middle.map((_, index) => across(at(middle, index - 1), at(middle, index + 1)));
  const radii = count(LENGTH).map((index) => widthAt(tube, index / (LENGTH - 1)) * camera.scale);
  const offset = (index: number, u: number): Point => {
    const [x, y] = at(middle, index);
    const [nx, ny] = at(normals, index);
    return [x + nx * at(radii, index) * u, y + ny * at(radii, index) * u];
  };
  return { line, middle, normals, radii, offset };
};

type Laid = ReturnType<typeof laidOut>;

const patches = (pot: Pot, { line, normals, offset }: Laid) =>
  count(SEGMENTS).flatMap((segment) =>
    STRIPS.slice(1).map((right, strip) => {
      const left = at(STRIPS, strip);
      const from = Math.round((segment * (LENGTH - 1)) / SEGMENTS);
      const to = Math.round(((segment + 1) * (LENGTH - 1)) / SEGMENTS);
      const middle = (from + to) >> 1;
      const u = (left + right) / 2;
      const [nx, ny] = at(normals, middle);
      const normal = unit([nx * u, -ny * u, Math.sqrt(1 - u * u)]);
      const thin = Math.abs(u) > 0.5 ? 0 : 0.1 * pot.glaze.edge;
      const colour = blend(pot.glaze.base, pot.glaze.thin, thin);
      return tag("path", {
        d: linePath(
          [
            offset(from, left * 1.15),
            offset(to, left * 1.15),
            offset(to, right * 1.15),
            offset(from, right * 1.15),
          ],
          true,
        ),
        fill: hex(radiance(colour, normal, lightingAt(pot, at(line, middle)[1]))),
      });
    }),
  );

const handleGlint = ({ canvas, glaze }: Pot, { normals, radii, offset }: Laid) => {
  const lit = count(6).map((step) => {
    const index = 4 + step * 4;
    const [nx, ny] = at(normals, index);
    return offset(index, nx * WINDOW[0] - ny * WINDOW[1] > 0 ? 0.42 : -0.42);
  });
  return tag("path", {
    d: smoothPath(lit, false),
    fill: "none",
    stroke: "#fff",
    "stroke-linecap": "round",
    "stroke-opacity": 0.32 * Math.min(1, glaze.gloss),
    "stroke-width": at(radii, LENGTH / 2) * 0.28,
    filter: canvas.blur(at(radii, LENGTH / 2) * 0.18),
  });
};

const spoutMouth = ({ glaze, backdrop }: Pot, { middle, normals, radii }: Laid) => {
  const [x, y] = at(middle, LENGTH);
  const [nx, ny] = at(normals, LENGTH);
  const radius = at(radii, LENGTH);
  const angle = (Math.atan2(ny, nx) * 180) / Math.PI;
  const rim = blend(glaze.base, glaze.thin, 0.7);
  return group(
    { transform: `translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${angle.toFixed(1)})` },
    tag("ellipse", {
      rx: radius * 1.08,
      ry: radius * 0.55,
      fill: hex(radiance(rim, [-0.3, 0.9, 0.2], { room: backdrop })),
    }),
    tag("ellipse", { rx: radius * 0.78, ry: radius * 0.36, fill: hex(dim(glaze.pool, 0.1)) }),
  );
};

/** A handle or a spout, seen from the side; drawn before the body, which hides its roots. */
export const tubeOf = (pot: Pot, tube: Tube) => {
  const { canvas, glaze } = pot;
  const laid = laidOut(pot, tube);
  const marks = count(13).map((step) => step * 3);
  const outline = [
    ...marks.map((index) => laid.offset(index, 1)),
    ...marks.toReversed().map((index) => laid.offset(index, -1)),
  ];
  const d = smoothPath(outline);
  const ground = radiance(glaze.base, [0, 0.2, 0.97], lightingAt(pot, 30));
  const softness = clamp(at(laid.radii, LENGTH / 2) * 0.3, 0.4, 60);
  return group(
    {},
    tag("path", { d, fill: hex(ground) }),
    group(
      { "clip-path": canvas.clip(tag("path", { d })) },
      group({ filter: canvas.blur(softness) }, ...patches(pot, laid)),
    ),
    tube.kind === "spout" ? spoutMouth(pot, laid) : handleGlint(pot, laid),
  );
};
