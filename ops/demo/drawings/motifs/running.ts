import { group, tag } from "../canvas.ts";
import { BLACK, blend, dim, hex, linear } from "../colour.ts";
import { smoothPath } from "../curve.ts";
import { count, mix, steps } from "../vector.ts";
import type { Brush } from "./brush.ts";

const WIPED = linear("#a06a3e");
const GREEN_ASH = linear("#8e946e");
const EDGE = 1.25;
const HAIRS = 60;
const RUNS = 15;

/** A wave wiped through wet onggi glaze with a finger. */
export const wave = (brush: Brush) => {
  if (brush.flat) return "";
  const { pot, thick, scale } = brush;
  const { form, random, canvas, glaze } = pot;
  const height = (form.painted[1] - form.painted[0]) * 0.1;
  const [phase, pitch] = [random() * 6, random.between(6, 9)];
  const fingers = [0, 1].map((finger) => {
    const middle = brush.heightOf(0.62) - finger * height * 1.5;
    const line = steps(-1.22, 1.22, 27).map((u) =>
      brush.onWall(u, middle + height * Math.sin(u * pitch + phase)),
    );
    return smoothPath(line, false);
  });
  const rings = brush.ring(brush.heightOf(0.92)) + brush.ring(brush.heightOf(0.96));
  return (
    brush.line(fingers.join(""), WIPED, thick * 2, 0.55, canvas.blur(scale * 0.3)) +
    brush.line(rings, blend(glaze.pool, BLACK, 0.3), thick * 0.7, 0.5, canvas.blur(scale * 0.12))
  );
};

/** Hare's fur: fine rust streaks that ran from the lip of a black glaze. */
export const fur = (brush: Brush) => {
  if (brush.flat) return "";
  const { pot, thick, scale, top } = brush;
  const { form, random, canvas, glaze } = pot;
  const from = top - 0.6;
  const hairs = count(HAIRS).map((hair) => {
    const u = -1.24 + (2.48 * (hair + random())) / HAIRS;
    const to = mix(from, form.painted[0], random.between(0.2, 0.85));
    const line = [0, 0.33, 0.66, 1].map((share) =>
      brush.onWall(u + random.between(-0.004, 0.004), mix(from, to, share)),
    );
    return smoothPath(line, false);
  });
  const [y1, y2] = [brush.onWall(0, from)[1], brush.onWall(0, form.painted[0])[1]];
  const stroke = canvas.linear(
    [
      [0, hex(dim(glaze.ink, 0.95)), 0.9],
      [0.5, hex(dim(glaze.ink, 0.6)), 0.5],
      [1, hex(dim(glaze.ink, 0.35)), 0],
    ],
    { gradientUnits: "userSpaceOnUse", x1: 0, y1, x2: 0, y2 },
  );
  const every = (odd: 0 | 1) => hairs.filter((_, index) => index % 2 === odd).join("");
  return group(
    {
      fill: "none",
      stroke,
      "stroke-linecap": "round",
      filter: canvas.blur(scale * 0.24, scale * 0.5),
    },
    tag("path", { d: every(0), "stroke-width": thick * 0.75, opacity: 0.6 }),
    tag("path", { d: every(1), "stroke-width": thick * 0.35, opacity: 0.75 }),
  );
};

/** A second glaze that ran from the shoulder in tongues. */
export const drip = (brush: Brush) => {
  if (brush.flat) return "";
  const { pot, scale, top } = brush;
  const { form, random, canvas, glaze } = pot;
  const shoulder = brush.heightOf(1);
  const edge = steps(-EDGE, EDGE, RUNS * 2 + 1).map((u, index) => {
    const run = index % 2 === 0 ? random.between(0, 0.1) : random() ** 1.7 * 0.85 + 0.12;
    return brush.onWall(u, mix(shoulder, form.painted[0], run));
  });
  const cap = steps(EDGE, -EDGE, 7).map((u) => brush.onWall(u, top - 0.3));
  const colour = glaze.name === "ash" ? GREEN_ASH : blend(glaze.thin, glaze.base, 0.4);
  return (
    brush.fill(smoothPath([...edge, ...cap]), colour, 0.55, canvas.blur(scale * 0.7, scale * 1.2)) +
    brush.line(
      smoothPath(edge, false),
      blend(glaze.pool, glaze.base, 0.2),
      scale * 0.6,
      0.35,
      canvas.blur(scale * 0.35),
    )
  );
};
