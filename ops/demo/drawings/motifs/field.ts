import { blend } from "../colour.ts";
import { count, type Point, steps } from "../vector.ts";
import type { Brush } from "./brush.ts";

const JOINTS = 5;
const ROUNDEL = 0.74;

/** Two stalks of bamboo, jointed, with leaves that hang in threes. */
export const bamboo = (brush: Brush) => {
  const { pot, scale } = brush;
  const { random, glaze } = pot;
  const stalks = [
    { from: random.between(-0.34, -0.2), lean: random.between(0.04, 0.16), top: 0.92, width: 2.3 },
    { from: random.between(0.1, 0.26), lean: random.between(-0.12, 0.1), top: 0.5, width: 1.5 },
  ].map(({ from, lean, top, width }) => ({
    width,
    at: (share: number): Point => [from + lean * share, -0.9 + (top + 0.9) * share],
  }));
  const joints = stalks.flatMap(({ at, width }) =>
    count(JOINTS).map((joint) => {
      const [from, to] = [joint / JOINTS + 0.012, (joint + 1) / JOINTS - 0.012];
      return brush.stroke([at(from), at((from + to) / 2), at(to)], width, width * 0.85, width);
    }),
  );
  const leaves = stalks.flatMap(({ at, width }) =>
    [0.4, 0.6, 0.8, 1].flatMap((share, index) => {
      const [u, w] = at(share);
      const side = index % 2 === 0 ? 1 : -1;
      return [0.05, 0.1, 0.15].map((reach, leaf) => {
        const drop = 0.42 - leaf * 0.12 + random.between(-0.05, 0.05);
        return brush.stroke(
          [
            [u, w],
            [u + side * reach, w - drop * 0.3],
            [u + side * (reach + 0.04) * 1.5, w - drop],
          ],
          0.3,
          width * 0.85,
          0.12,
        );
      });
    }),
  );
  return (
    brush.fill(joints.join(""), glaze.ink, 0.62, brush.rough(scale * 0.4)) +
    brush.fill(leaves.join(""), glaze.ink, 0.82)
  );
};

/** Field grass in iron, quick strokes from one root. */
export const grass = (brush: Brush) => {
  const { pot, scale } = brush;
  const { random, glaze } = pot;
  const roots = [random.between(-0.5, -0.3), random.between(0.2, 0.45)];
  const blades = roots.flatMap((root, clump) =>
    count(clump === 0 ? 7 : 4).map((blade) => {
      const lean = (blade - 3 + clump * 1.5) * 0.11 + random.between(-0.04, 0.04);
      const height = random.between(0.7, 1.5) * (clump === 0 ? 1 : 0.7);
      return brush.stroke(
        [
          [root + lean * 0.1, -0.85],
          [root + lean * 0.7, -0.85 + height * 0.55],
          [root + lean * 2, -0.85 + height * (1 - Math.abs(lean) * 0.5)],
        ],
        1,
        1.25,
        0.15,
      );
    }),
  );
  const seeds = roots.flatMap((root) =>
    count(6).map(() =>
      brush.dab(
        root + random.between(-0.3, 0.3),
        random.between(0.1, 0.7),
        random.between(0.5, 0.95),
      ),
    ),
  );
  return (
    brush.fill(blades.join(""), glaze.ink, 0.8, brush.rough(scale * 0.8, ".05", 0.3)) +
    brush.fill(seeds.join(""), glaze.ink, 0.7)
  );
};

/** A branch of red berries, as the cornel bears them in winter. */
export const berries = (brush: Brush) => {
  const { pot, scale, flat } = brush;
  const { random, glaze, form } = pot;
  const side = random() < 0.5 ? -1 : 1;
  const branch: readonly Point[] = [
    [-0.8 * side, 0.62],
    [-0.35 * side, 0.4 + random.between(-0.06, 0.06)],
    [0.1 * side, 0.3],
    [0.62 * side, -0.04 + random.between(-0.08, 0.08)],
  ];
  const hangs = [-0.55, -0.3, -0.06, 0.16, 0.36, 0.56].map((u): readonly [Point, Point] => {
    const w = 0.3 - (u + 0.4) * 0.2;
    return [
      [u * side, w + 0.04],
      [u * side + random.between(-0.06, 0.06), w - random.between(0.26, 0.5)],
    ];
  });
  const twigs = hangs.map(([from, to]) => brush.stroke([from, to], 0.7, 0.6, 0.4));
  const lean = flat ? 0.05 : 0.05 * (46 / (form.painted[1] - form.painted[0]));
  const fruit = hangs.flatMap(([, [u, w]]) =>
    [0, 1].map((one) => brush.dab(u + (one - 0.5) * 0.06, w - one * lean * 2, 1.25)),
  );
  const colour: typeof glaze.ink = pot.glaze.base[1] > 0.35 ? [0.36, 0.05, 0.035] : glaze.ink;
  return (
    brush.fill(brush.stroke(branch, 1.8, 1.3, 0.4), glaze.ink, 0.85, brush.rough(scale * 0.6)) +
    brush.fill(twigs.join(""), glaze.ink, 0.8) +
    brush.fill(fruit.join(""), blend(colour, glaze.ink, 0.12), 0.82)
  );
};

/** Half a range's width, and the ground its wash runs down to: a roundel on plates. */
const groundOf = (flat: boolean, base: number) => {
  if (!flat)
    return { span: 1.02, ground: [[1.02, base - 0.16] as const, [-1.02, base - 0.16] as const] };
  const span = Math.sqrt(ROUNDEL ** 2 - base ** 2);
  const low = Math.asin(base / ROUNDEL);
  const ground = steps(low, -Math.PI - low, 13).map((angle): Point => [
    Math.cos(angle) * ROUNDEL,
    Math.sin(angle) * ROUNDEL,
  ]);
  return { span, ground };
};

/** Far mountains in washes, one range behind the other. */
export const mountain = (brush: Brush) => {
  const { pot, flat, scale } = brush;
  const { random, glaze, canvas } = pot;
  const range = (base: number, height: number, peaks: number) => {
    const phase = random() * 6;
    const { span, ground } = groundOf(flat, base);
    const ridge = count(17).map((step): Point => {
      const u = -span + (2 * span * step) / 16;
      const rise = Math.abs(Math.sin(phase + (u * peaks * Math.PI) / 2)) ** 0.8;
      const edge = flat ? 1 - (u / span) ** 4 : 1 - (u / span) ** 4 * 0.6;
      return [u, base + height * rise * edge + (flat ? 0 : random.between(-0.02, 0.02))];
    });
    return { ridge, ground };
  };
  const ranges = [range(0.1, 0.46, 2), range(-0.14, 0.4, 2.6), range(-0.34, 0.3, 1.8)];
  return ranges
    .map(({ ridge, ground }, index) => {
      const wash = [...ridge, ...ground].map(([u, w]) => brush.place(u, w));
      return (
        brush.wash(
          wash,
          glaze.ink,
          (flat ? 0.14 : 0.16) + 0.12 * index * (flat ? 0.5 : 1),
          canvas.blur(scale * 0.5),
        ) + brush.fill(brush.stroke(ridge, 0.3, 0.75, 0.3), glaze.ink, 0.4 + 0.16 * index)
      );
    })
    .join("");
};
