import type { Pot } from "./pot.ts";
import type { Surface } from "./surface.ts";
import { count, mix, type Point } from "./vector.ts";

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export const boxOf = (outline: readonly Point[]): Box => {
  const [xs, ys] = [outline.map(([x]) => x), outline.map(([, y]) => y)];
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
};

interface Rows {
  readonly amount: number;
  readonly wobble: number;
  /** The main wall has the seam and the pouring lip; lids and knobs do not. */
  readonly main: boolean;
}

const seamSwell = ({ form, camera }: Pot, y: number) =>
  form.seam === undefined
    ? 0
    : Math.exp(-(((camera.level(form.seam) - y) / (camera.scale * 3)) ** 2));

const beakPull = ({ form, camera }: Pot, mouth: number, y: number) => {
  const below = (y - camera.level(mouth) + camera.scale * 0.4) / (camera.scale * 10);
  if (!form.beak || below <= 0) return 0;
  return form.beak * camera.scale * 0.95 * Math.exp(-((below * 1.3) ** 1.3));
};

/** The outline on screen: the union of all circles of the wall, thrown a little unevenly. */
export const silhouette = (pot: Pot, surface: Surface, { amount, wobble, main }: Rows) => {
  const { camera, plan, random } = pot;
  const rings = surface.points.map(([r, y]) => ({
    radius: r * camera.scale,
    level: camera.level(y),
    depth: Math.max(0.4, r * camera.scale * camera.flatness(y)),
    height: y,
  }));
  const top = Math.min(...rings.map((ring) => ring.level - ring.depth * plan.depth));
  const bottom = Math.max(...rings.map((ring) => ring.level + ring.depth * plan.depth));
  const radius = Math.max(...rings.map((ring) => ring.radius));
  const mouth = Math.max(...rings.map((ring) => ring.height));
  const phases = count(4).map(() => random() * 6);
  const hand = (u: number, side: 0 | 2) =>
    Math.sin(u * 5 + (phases[side] ?? 0)) + 0.5 * Math.sin(u * 11 + (phases[side + 1] ?? 0));
  const left: Point[] = [];
  const right: Point[] = [];
  for (const row of count(amount + 1)) {
    const u = (1 - Math.cos((Math.PI * row) / amount)) / 2;
    const y = mix(top, bottom, u);
    const spans = rings.flatMap((ring) => {
      const z = (y - ring.level) / ring.depth;
      if (Math.abs(z) > plan.depth + 1e-9) return [];
      return [[ring.radius * plan.left(z), ring.radius * plan.right(z)] as const];
    });
    if (spans.length === 0) continue;
    const from = Math.min(...spans.map(([start]) => start));
    const to = Math.max(...spans.map(([, end]) => end));
    if (row === 0 || row === amount) {
      left.push([camera.x + (from + to) / 2, y]);
      continue;
    }
    const unevenness = Math.sin(Math.PI * u) ** 0.8 * wobble * radius * 0.006;
    const seam = main ? seamSwell(pot, y) * radius * 0.006 : 0;
    const beak = main ? beakPull(pot, mouth, y) : 0;
    left.push([camera.x + from + unevenness * hand(u, 0) - seam - beak, y]);
    right.push([camera.x + to + unevenness * hand(u, 2) + seam * 0.7, y]);
  }
  return [...left, ...right.toReversed()];
};
