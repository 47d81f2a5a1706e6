import { clamp, mix, type Vector } from "./vector.ts";

/** Linear light, so that lamps add up and colours mix as they do on a pot. */
export type Colour = Vector;

const each = (change: (channel: 0 | 1 | 2) => number): Colour => [change(0), change(1), change(2)];

const fromScreen = (value: number) =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;

const toScreen = (value: number) =>
  value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;

const rollOff = (value: number) =>
  value < 0.7 ? value : 0.7 + 0.3 * (1 - Math.exp(-(value - 0.7) / 0.3));

export const linear = (hex: string): Colour =>
  each((channel) =>
    fromScreen(Number.parseInt(hex.slice(1 + channel * 2, 3 + channel * 2), 16) / 255),
  );

export const hex = (colour: Colour) =>
  `#${colour
    .map((value) => Math.round(clamp(toScreen(rollOff(Math.max(0, value)))) * 255))
    .map((value) => value.toString(16).padStart(2, "0"))
    .join("")}`;

export const blend = (from: Colour, to: Colour, share: number) =>
  each((channel) => mix(from[channel], to[channel], share));

export const dim = (colour: Colour, share: number) => each((channel) => colour[channel] * share);

export const mapColour = (
  colour: Colour,
  change: (value: number, channel: 0 | 1 | 2) => number,
): Colour => each((channel) => change(colour[channel], channel));

export const BLACK: Colour = [0, 0, 0];
export const WHITE: Colour = [1, 1, 1];
