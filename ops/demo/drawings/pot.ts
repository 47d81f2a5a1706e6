import { type Camera, createCamera, type Standing } from "./camera.ts";
import type { Canvas } from "./canvas.ts";
import type { Form } from "./form.ts";
import type { Backdrop, Glaze } from "./glazes.ts";
import type { Motif } from "./motifs/motif.ts";
import { circle, oval, type Plan } from "./plan.ts";
import type { Random } from "./random.ts";
import { type Surface, surfaceOf, widest } from "./surface.ts";

export interface Setting {
  readonly canvas: Canvas;
  readonly form: Form;
  readonly glaze: Glaze;
  readonly backdrop: Backdrop;
  readonly random: Random;
  readonly motif: Motif;
  /** Close enough to see the crackle. */
  readonly close: boolean;
}

/** One piece before the camera, and all that is known about it. */
export interface Pot extends Setting {
  readonly plan: Plan;
  readonly camera: Camera;
  readonly wall: Surface;
  readonly widest: number;
  /** Height without handles. */
  readonly height: number;
}

export const place = (setting: Setting, standing: Standing): Pot => {
  const { form } = setting;
  const plan = form.oval ? oval(form.oval) : circle;
  const wall = surfaceOf(form.wall, 150);
  return {
    ...setting,
    plan,
    camera: createCamera(standing, plan),
    wall,
    widest: widest(wall),
    height: Math.max(...form.wall.map(([, y]) => y)) + (form.lid ? 12 : 0),
  };
};
