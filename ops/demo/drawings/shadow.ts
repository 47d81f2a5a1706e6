import { group, tag } from "./canvas.ts";
import type { Pot } from "./pot.ts";
import { at, count, type Point } from "./vector.ts";

/** Where the shadow of a point one unit high falls: to the right and back. */
const FALL: Point = [0.56, -0.4];

const shadowColour = ({ backdrop }: Pot) => (backdrop.dark ? "#0b0807" : "#2a2019");

const castBy = ({ camera, plan }: Pot, [radius, height]: Point) => {
  const [dx, dz] = [height * FALL[0], height * FALL[1]];
  if (plan.round) {
    const [cx, cy] = camera.project(dx, 0, dz);
    const rx = radius * camera.scale;
    return tag("ellipse", { cx, cy, rx, ry: rx * camera.flatness(0) });
  }
  const outline = plan.outline
    .filter((_, index) => index % 6 === 0)
    .map(([x, z]) => camera.project(x * radius + dx, 0, z * radius + dz));
  return tag("path", {
    d: `M${outline.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}z`,
  });
};

const tubeShadows = ({ camera, form }: Pot) =>
  (form.tubes ?? [])
    .filter((tube) => tube.kind === "handle")
    .map((tube) => {
      const [x, y] = at(tube.line, 2);
      const [cx, cy] = camera.project(x * 0.86 + y * FALL[0] * 0.5, 0, y * FALL[1] * 0.5);
      const [rx, ry] = [12 * camera.scale, 7 * camera.scale * camera.sin];
      return tag("ellipse", { cx, cy, rx, ry });
    });

/** Close up only the softness counts. */
const closeShadow = (pot: Pot) => {
  const { canvas, camera, form, height, widest } = pot;
  const colour = shadowColour(pot);
  const soft = (radius: number, x: number, z: number, opacity: number) => {
    const [cx, cy] = camera.project(x, 0, z);
    const fill = canvas.radial([
      [0, colour, opacity],
      [0.55, colour, opacity * 0.8],
      [0.8, colour, opacity * 0.3],
      [1, colour, 0],
    ]);
    const rx = radius * camera.scale;
    return tag("ellipse", { cx, cy, rx, ry: rx * camera.flatness(0), fill });
  };
  const reach = Math.min(height * 0.5, widest * 0.6);
  return (
    soft(widest * 1.3, reach * FALL[0] + widest * 0.12, reach * FALL[1] * 0.6, 0.42) +
    soft(form.foot[0] * (form.flat ? 1.5 : 1.35), 1, -0.4, 0.6)
  );
};

/** The shadow on the table: long and soft, darker close to the piece, sharp under the foot. */
export const shadowOf = (pot: Pot) => {
  const { canvas, camera, form, wall, height, plan } = pot;
  if (pot.close && plan.round) return closeShadow(pot);
  const rings = [form.foot, ...count(13).map((step) => at(wall.points, step * 12.4))];
  const { scale } = camera;
  const tall = height * scale;
  const strength = pot.backdrop.dark ? 0.55 : 0.3;
  const [long, near] = [
    canvas.blur(Math.max(9, Math.min(30, tall * 0.055)), Math.max(5, Math.min(20, tall * 0.03))),
    canvas.blur(Math.max(8, scale * 3), Math.max(5, scale * 1.7)),
  ];
  const colour = shadowColour(pot);
  const cast = rings.filter(([, y]) => y > 1.5).map((ring) => castBy(pot, ring));
  const close = rings.filter(([, y]) => y > 0.5 && y < height * 0.45);
  return group(
    { fill: colour },
    group({ opacity: strength, filter: long }, ...cast, ...tubeShadows(pot)),
    group({ opacity: strength, filter: near }, ...close.map((ring) => castBy(pot, ring))),
    group(
      { opacity: 0.62, filter: canvas.blur(Math.max(2.4, scale * 0.55)) },
      camera.disc(form.foot[0] * 1.035, -0.5, { fill: colour }),
    ),
  );
};
