import type { Stop } from "./canvas.ts";
import { blend, type Colour, hex } from "./colour.ts";
import { BEARING, type Lighting, radiance } from "./light.ts";
import type { Pot } from "./pot.ts";
import type { Box } from "./silhouette.ts";
import type { Surface } from "./surface.ts";
import { at, clamp, count, type Point, smooth } from "./vector.ts";

const COLUMNS = [-1, -0.9, -0.66, -0.34, 0, 0.36, 0.68, 0.9, 1];

/** Glaze pools low and in hollows, and breaks thin at the lip; `share` runs from foot to lip. */
export const albedo = (pot: Pot, share: number, hollow: number, edge: number): Colour => {
  const { glaze, form } = pot;
  const low = 0.62 * smooth(0.3, 0, share) * (form.flat ? 0.4 : 1);
  const pooled = blend(glaze.base, glaze.pool, clamp(low + hollow * 0.7));
  return blend(pooled, glaze.thin, clamp(edge * glaze.edge));
};

/** The table hides part of the sky from the lower wall. */
const openAt = ({ height }: Pot, y: number) =>
  0.58 + 0.42 * smooth(-0.04, 0.32, y / Math.max(30, height * 0.8));

export const lightingAt = (
  pot: Pot,
  y: number,
): Lighting & { readonly view: Pot["camera"]["view"] } => ({
  room: pot.backdrop,
  gloss: pot.glaze.gloss,
  open: openAt(pot, y),
  view: pot.camera.view,
});

/** One colour, lit as it would be on an upright wall, across the whole body. */
export const upright = (pot: Pot, box: Box, colour: Colour, gloss = 0) =>
  pot.canvas.linear(
    COLUMNS.filter((_, index) => index % 2 === 0).map((column): Stop => {
      const [right, near] = pot.plan.normal(column);
      const lighting = { ...lightingAt(pot, pot.height * 0.6), gloss };
      return [0.5 + column / 2, hex(radiance(colour, [right * 0.97, 0.14, near * 0.97], lighting))];
    }),
    { gradientUnits: "userSpaceOnUse", x1: box.left, y1: 0, x2: box.right, y2: 0 },
  );

/** Indices spread over a profile, closer together where it turns. */
const spread = ({ normals }: Surface, amount: number) => {
  const weights = [0];
  for (let i = 1; i < normals.length; i++) {
    const [a, b] = [at(normals, i - 1), at(normals, i)];
    const turn = Math.hypot(b[0] - a[0], b[1] - a[1]) / Math.PI;
    weights.push(at(weights, i - 1) + 1 / normals.length + 0.5 * turn);
  }
  const total = at(weights, weights.length);
  return count(amount).map((disc) => {
    const found = weights.findIndex((weight) => weight >= (total * disc) / (amount - 1) - 1e-9);
    return found === -1 ? normals.length - 1 : found;
  });
};

interface Skin {
  readonly discs: number;
  readonly colour: (share: number, index: number) => Colour;
  readonly lighting?: Partial<Lighting>;
  /** Widens the lowest disc, so that melting leaves no gap. */
  readonly grow?: number;
  readonly spill?: number;
}

/** A wall as a stack of shaded discs, from foot to lip; melted together they make a round body. */
export const skin = (pot: Pot, surface: Surface, options: Skin) => {
  const { discs, colour, lighting = {}, grow = 0, spill = 1.035 } = options;
  return spread(surface, discs)
    .map((index, disc) => {
      const [radius, height] = at(surface.points, index);
      const [out, up] = at(surface.normals, index);
      const paint = colour(index / (surface.points.length - 1), index);
      const stops = COLUMNS.map((column): Stop => {
        const [right, near] = pot.plan.normal(column);
        const light = { ...lightingAt(pot, height), ...lighting };
        return [
          0.5 + column / spill / 2,
          hex(radiance(paint, [out * right, up, out * near], light)),
        ];
      });
      const fill = pot.canvas.linear(stops);
      const seal = disc === 0 && grow > 0 ? { stroke: fill, "stroke-width": grow } : {};
      return pot.camera.disc(radius * spill, height, { fill, ...seal });
    })
    .join("");
};

interface Hollow {
  readonly normal: Point;
  readonly colour: Colour;
  readonly open?: number;
  readonly window?: number;
  /** How much the near wall shades the disc, 0 to 1. */
  readonly shade?: number;
}

const BOWL_STOPS = [-1, -0.65, -0.35, 0, 0.3, 0.65, 1];

/** A disc lit along the window's bearing, for lips and for the inside of bowls. */
export const basin = (pot: Pot, radius: number, height: number, hollow: Hollow) => {
  const { normal, colour, open = 1, window = 1, shade = 0 } = hollow;
  const stops = BOWL_STOPS.map((t): Stop => {
    const direction = [normal[0] * t * BEARING[0], normal[1], normal[0] * t * BEARING[1]] as const;
    const lighting = {
      room: pot.backdrop,
      open: open * (1 - shade * smooth(-0.5, 1, t)),
      window: window * (1 - shade * smooth(-0.7, 0.9, t)),
    };
    return [(t + 1) / 2, hex(radiance(colour, direction, lighting))];
  });
  const fill = pot.canvas.linear(stops, {
    x1: 0.5 - BEARING[0] / 2,
    y1: 0.5 - BEARING[1] / 2,
    x2: 0.5 + BEARING[0] / 2,
    y2: 0.5 + BEARING[1] / 2,
  });
  return pot.camera.disc(radius, height, { fill });
};
