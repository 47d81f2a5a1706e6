import { tag } from "./canvas.ts";
import { arcPath } from "./curve.ts";
import type { Pot } from "./pot.ts";
import type { Box } from "./silhouette.ts";
import { lipOf, radiusAt } from "./surface.ts";
import { count, mix } from "./vector.ts";

const THROWING_RINGS = 6;

const cover = (box: Box) => ({
  x: box.left,
  y: box.top,
  width: box.right - box.left,
  height: box.bottom - box.top,
});

/** The potter's fingers, left as faint rings. */
export const throwingRings = ({ canvas, camera, form, glaze, wall, random }: Pot) => {
  const [low, high] = [form.foot[1] + 3, lipOf(wall)[1] - 3];
  const rings = count(THROWING_RINGS).map((ring) => {
    const height = mix(low, high, (ring + random.between(0.1, 0.9)) / THROWING_RINGS);
    const radius = radiusAt(wall, height);
    return arcPath(
      camera.around(radius, height, Math.PI - 0.02),
      camera.around(radius, height, 0.02),
      radius * camera.scale,
      radius * camera.scale * camera.flatness(height),
      false,
    );
  });
  return tag("path", {
    d: rings.join(""),
    fill: "none",
    stroke: "#fff",
    "stroke-opacity": 0.025 + 0.05 * glaze.base[1],
    "stroke-width": camera.scale * 0.9,
    filter: canvas.blur(camera.scale * 0.5),
  });
};

/** Fine sand in the clay, or slow streaks in a clear glaze. */
export const grain = ({ canvas, glaze, random }: Pot) => {
  const [r, g, b] = glaze.gloss > 0.8 ? [1, 1, 1] : [0.1, 0.08, 0.05];
  const filter = canvas.noise(
    glaze.grain > 0 ? ".23 .27" : ".012 .03",
    3,
    Math.floor(random() * 90),
    `0 0 0 0 ${r} 0 0 0 0 ${g} 0 0 0 0 ${b} 0 2.6 0 0 -1.1`,
  );
  const light = glaze.base[1];
  const streaks = light < 0.02 ? 0.018 : light < 0.1 ? 0.035 : 0.06;
  return (box: Box, share = 1) =>
    tag("rect", { ...cover(box), filter, opacity: (glaze.grain || streaks) * share });
};

/** The side away from the window falls off. */
export const falloff = ({ canvas }: Pot, box: Box) =>
  tag("rect", {
    ...cover(box),
    fill: canvas.linear(
      [
        [0, "#000", 0],
        [0.55, "#000", 0],
        [1, "#1b120b", 0.26],
      ],
      {
        x2: 0.25,
        y2: 1,
      },
    ),
  });

/** On a plate the near left lies in the shade of its own rim, the far right is bright. */
export const plateLight = ({ canvas }: Pot, box: Box) =>
  tag("rect", {
    ...cover(box),
    fill: canvas.linear(
      [
        [0, "#1b120b", 0.2],
        [0.3, "#fff", 0.02],
        [0.62, "#fff", 0.14],
        [1, "#1b120b", 0.16],
      ],
      { x2: 0.96, y2: 0.3 },
    ),
  });
