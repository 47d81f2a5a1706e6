import { fitted, reach } from "../drawings/form-size.ts";
import type { Form } from "../drawings/form.ts";
import { type FormName, FORMS } from "../drawings/forms.ts";
import { surfaceOf } from "../drawings/surface.ts";
import type { Point } from "../drawings/vector.ts";

export interface Measures {
  readonly widthMm: number;
  readonly depthMm: number;
  readonly heightMm: number;
  readonly weightG: number;
  readonly capacityMl: number | null;
}

/** Grams per cubic millimetre of fired stoneware. */
const DENSITY = 0.00235;
/** How full a vessel is called full. */
const FULL = 0.86;
/** A thrown wall is thicker towards the foot. */
const THICKER = 1.28;
const STEPS = 80;

/** How much of a circle's area a plan of this outline has. */
const planOf = ({ oval }: Form) =>
  oval ? oval.depth * (oval.square > 4 ? 1.24 : oval.square > 2.2 ? 1.03 : 1) : 1;

/** Of a turned body, in the cube of the unit of its points. */
const volumeOf = (points: readonly Point[]) =>
  points.slice(1).reduce((sum, [r, y], index) => {
    const [before, below] = points[index] ?? [r, y];
    return sum + (Math.PI * Math.abs(y - below) * (r * r + r * before + before * before)) / 3;
  }, 0);

const skinOf = (points: readonly Point[]) =>
  points.slice(1).reduce((sum, [r, y], index) => {
    const [before, below] = points[index] ?? [r, y];
    return sum + Math.PI * (r + before) * Math.hypot(r - before, y - below);
  }, 0);

const rounded = (value: number) => {
  const step = value < 100 ? 5 : value < 1_000 ? 10 : value < 5_000 ? 50 : 100;
  return Math.max(step, Math.round(value / step) * step);
};

const flatHolding = new Set<FormName>(["sauce-dish"]);

/** Whether the form is for holding something that can be poured. */
const holds = (name: FormName, form: Form) =>
  !form.incense && (!form.flat || flatHolding.has(name)) && name !== "footed-dish";

const hollowOf = ({ wall, inside }: Form, thickness: number): readonly Point[] =>
  inside
    ? surfaceOf(inside, STEPS).points
    : surfaceOf(wall, STEPS)
        .points.map(([r, y]): Point => [Math.max(0, r - thickness), y])
        .filter(([, y], _index, all) => y >= (all[0]?.[1] ?? 0) + thickness);

const lidOf = ({ lid }: Form) => (lid ? skinOf(surfaceOf(lid.wall, 30).points) * 1.15 : 0);

const tubesOf = ({ tubes = [] }: Form) =>
  tubes.reduce((sum, { line, width, kind }) => {
    const length = line
      .slice(1)
      .reduce(
        (way, [x, y], index) =>
          way + Math.hypot(x - (line[index]?.[0] ?? x), y - (line[index]?.[1] ?? y)),
        0,
      );
    const radius = width.reduce((all, one) => all + one, 0) / width.length;
    return sum + Math.PI * radius * radius * length * (kind === "spout" ? 0.5 : 0.8);
  }, 0);

/** What a piece of this form measures, from the very curve it is drawn by; `wall` is its thickness in mm. */
export const measures = (
  name: FormName,
  size: { readonly widthMm: number; readonly heightMm: number; readonly wall: number },
): Measures => {
  const form: Form = FORMS[name];
  const drawn = fitted(form, size.widthMm, size.heightMm);
  const { left, right } = reach(drawn);
  const unit = size.widthMm / (left + right);
  const thickness = size.wall / unit;
  const radius = Math.max(...drawn.wall.map(([r]) => r));
  const shell = surfaceOf(drawn.wall, STEPS).points;
  const floor = Math.PI * drawn.foot[0] ** 2;
  const clay =
    (skinOf(shell) + floor * 1.35 + lidOf(drawn)) * thickness * THICKER * planOf(form) +
    tubesOf(drawn);
  const held = volumeOf(hollowOf(drawn, thickness)) * planOf(form) * FULL;
  return {
    widthMm: size.widthMm,
    depthMm: Math.round(2 * radius * unit * (form.oval ? form.oval.depth : 1)),
    heightMm: size.heightMm,
    weightG: rounded(clay * unit ** 3 * DENSITY),
    capacityMl: holds(name, form) ? rounded((held * unit ** 3) / 1_000) : null,
  };
};
