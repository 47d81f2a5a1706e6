import { blend, type Colour, mapColour } from "./colour.ts";
import { dot, type Point, smooth, unit, type Vector } from "./vector.ts";

/** One window, to the left, above and a little in front. */
export const WINDOW = unit([-0.66, 0.56, 0.5]);

const level = Math.hypot(WINDOW[0], WINDOW[2]);
/** The window's bearing on the table: right, near. */
export const BEARING: Point = [WINDOW[0] / level, WINDOW[2] / level];

const DAYLIGHT: Colour = [1.03, 1, 0.955];
const SKY: Colour = [0.95, 0.985, 1.04];
const WRAP = 0.3;

export interface Room {
  readonly wall: Colour;
  readonly floor: Colour;
  readonly dark: boolean;
}

export interface Lighting {
  readonly room: Room;
  /** Share of the sky that a spot sees, 0 to 1. */
  readonly open?: number;
  /** Share of the window that a spot sees, 0 to 1. */
  readonly window?: number;
  readonly gloss?: number;
  readonly view?: Vector;
}

export const reflect = (view: Vector, normal: Vector): Vector => {
  const twice = 2 * dot(normal, view);
  return [twice * normal[0] - view[0], twice * normal[1] - view[1], twice * normal[2] - view[2]];
};

const gleam = (normal: Vector, view: Vector, gloss: number, room: Room) => {
  const facing = Math.max(0.3, dot(normal, view));
  const fresnel = (0.02 + 0.98 * (1 - facing) ** 5) * gloss;
  const seen = reflect(view, normal);
  const brightness = 0.5 + 0.5 * smooth(0.5, -0.8, seen[0]) + 0.25 * smooth(0, 0.8, seen[1]);
  const surroundings = blend(room.floor, room.wall, smooth(-0.2, 0.2, seen[1]));
  return mapColour(surroundings, (value) => value * fresnel * brightness);
};

/** Light that leaves a glazed spot: window, sky, a white card on the right, the table from below. */
export const radiance = (albedo: Colour, normal: Vector, lighting: Lighting): Colour => {
  const { room, open = 1, window = 1, gloss = 0, view } = lighting;
  const facing = Math.max(0, (dot(normal, WINDOW) + WRAP) / (1 + WRAP)) ** 1.25;
  const direct = 0.9 * facing * window * (0.4 + 0.6 * open);
  const sky = 0.1 + 0.16 * (0.5 + 0.5 * normal[1]);
  const card = 0.085 * Math.max(0, normal[0] * 0.9 + normal[2] * 0.1) ** 1.5;
  const bounce = 0.36 * Math.max(0, 0.15 - normal[1] * 0.85) * (0.3 + 0.7 * open);
  const matt = mapColour(
    albedo,
    (value, channel) =>
      value *
      (direct * DAYLIGHT[channel] +
        (sky * SKY[channel] + card) * open +
        bounce * room.floor[channel]),
  );
  if (!view || gloss === 0) return matt;
  const shine = gleam(normal, view, gloss, room);
  return mapColour(matt, (value, channel) => value + shine[channel] * open);
};
