import { tag } from "./canvas.ts";
import { linePath } from "./curve.ts";
import type { Plan } from "./plan.ts";
import type { Point, Vector } from "./vector.ts";

type Attributes = Readonly<Record<string, string | number>>;

export interface Standing {
  /** Where the middle of the foot stands, in pixels. */
  readonly x: number;
  readonly y: number;
  /** Pixels per unit of the form. */
  readonly scale: number;
  /** How far above the table the camera looks from, in radians. */
  readonly elevation: number;
}

/** Looks at one piece: x to the right, heights up, z towards the camera. */
export const createCamera = ({ x, y, scale, elevation }: Standing, plan: Plan) => {
  const [sin, cos] = [Math.sin(elevation), Math.cos(elevation)];
  const flatness = (height: number) => sin + 0.028 * (1 - height / 55) * cos;
  const level = (height: number) => y - height * scale * cos;
  const project = (right: number, height: number, near: number): Point => [
    x + right * scale,
    level(height) + near * scale * flatness(height),
  ];
  const around = (radius: number, height: number, angle: number): Point => {
    const [right, near] = plan.at(angle);
    return project(radius * right, height, radius * near);
  };
  const disc = (radius: number, height: number, attributes: Attributes) => {
    const rx = Math.max(0.3, radius * scale);
    const ry = Math.max(0.3, radius * scale * flatness(height));
    if (plan.round) return tag("ellipse", { cx: x, cy: level(height), rx, ry, ...attributes });
    const outline = plan.outline
      .filter((_, index) => index % 4 === 0)
      .map(([right, near]): Point => [x + right * rx, level(height) + near * ry]);
    return tag("path", { d: linePath(outline, true), ...attributes });
  };
  const view: Vector = [0, sin, cos];
  return { x, scale, elevation, sin, cos, view, flatness, level, project, around, disc };
};

export type Camera = ReturnType<typeof createCamera>;
