import { type Colour, dim, linear } from "./colour.ts";
import type { Room } from "./light.ts";
import type { Random } from "./random.ts";

const BACKDROPS = {
  stone: { wall: "#b9b3a9", floor: "#d3cdc3", top: "#a39d93" },
  sand: { wall: "#cdbfac", floor: "#e0d5c5", top: "#b8a995" },
  clay: { wall: "#b79f8b", floor: "#cfbaa6", top: "#a08874" },
  mist: { wall: "#b4bcc0", floor: "#ced4d5", top: "#9da6ab" },
  sage: { wall: "#a9ad9d", floor: "#c6c9ba", top: "#94988a" },
  ink: { wall: "#4d4a48", floor: "#68635e", top: "#3a3836" },
  linen: { wall: "#c9c4ba", floor: "#e4e0d8", top: "#b5afa5" },
  dusk: { wall: "#a79ca0", floor: "#c4bbbd", top: "#92878c" },
  pine: { wall: "#8b958a", floor: "#aab2a6", top: "#778176" },
};

export type BackdropName = keyof typeof BACKDROPS;

export interface Backdrop extends Room {
  readonly top: Colour;
}

export const backdrop = (name: BackdropName): Backdrop => {
  const { wall, floor, top } = BACKDROPS[name];
  return { wall: linear(wall), floor: linear(floor), top: linear(top), dark: name === "ink" };
};

/**
 * `base` is the glaze at its usual depth, `pool` where it runs together, `thin` where it breaks over
 * an edge, `ink` what the painter uses on it; `specks` counts iron spots, `crackle` is 0 to 1.
 */
const GLAZES = {
  celadon: {
    base: "#a6b5a4",
    pool: "#75897b",
    thin: "#c6c8a8",
    clay: "#a9896a",
    ink: "#f0eee2",
    gloss: 0.95,
    crackle: 0.35,
    specks: 10,
    grain: 0,
    edge: 1,
  },
  porcelain: {
    base: "#e9e7df",
    pool: "#c9d6d8",
    thin: "#f3efe6",
    clay: "#d9c3a6",
    ink: "#22397c",
    gloss: 0.85,
    crackle: 0,
    specks: 6,
    grain: 0,
    edge: 1,
  },
  buncheong: {
    base: "#c6bca9",
    pool: "#8d8271",
    thin: "#a3907a",
    clay: "#6f5b49",
    ink: "#3b2a1f",
    gloss: 0.4,
    crackle: 0,
    specks: 34,
    grain: 0.1,
    edge: 1,
  },
  onggi: {
    base: "#6a3f26",
    pool: "#331d12",
    thin: "#a2653a",
    clay: "#8d5a3c",
    ink: "#a97446",
    gloss: 0.7,
    crackle: 0,
    specks: 26,
    grain: 0.09,
    edge: 1,
  },
  cobalt: {
    base: "#2b4684",
    pool: "#121f4d",
    thin: "#8aa3c9",
    clay: "#c9b497",
    ink: "#dfe4ee",
    gloss: 1,
    crackle: 0,
    specks: 8,
    grain: 0,
    edge: 1,
  },
  tenmoku: {
    base: "#211814",
    pool: "#0c0909",
    thin: "#9a5526",
    clay: "#7c5a44",
    ink: "#a8622c",
    gloss: 0.92,
    crackle: 0,
    specks: 0,
    grain: 0,
    edge: 1.6,
  },
  ash: {
    base: "#bdb499",
    pool: "#7d8461",
    thin: "#b08a5c",
    clay: "#8a6a4e",
    ink: "#4a3624",
    gloss: 0.5,
    crackle: 0,
    specks: 46,
    grain: 0.11,
    edge: 1,
  },
  crackle: {
    base: "#a9bac1",
    pool: "#7f98a6",
    thin: "#cfd2cb",
    clay: "#96775a",
    ink: "#2f4258",
    gloss: 0.9,
    crackle: 1,
    specks: 4,
    grain: 0,
    edge: 1,
  },
  matte: {
    base: "#ddd8cc",
    pool: "#bcb5a6",
    thin: "#c7b294",
    clay: "#8f7459",
    ink: "#5a4636",
    gloss: 0.16,
    crackle: 0,
    specks: 40,
    grain: 0.08,
    edge: 1,
  },
  jinsa: {
    base: "#6c2722",
    pool: "#341012",
    thin: "#c79a86",
    clay: "#b9967a",
    ink: "#e6d6c8",
    gloss: 0.95,
    crackle: 0,
    specks: 0,
    grain: 0,
    edge: 1.3,
  },
  moss: {
    base: "#5b6650",
    pool: "#2e3826",
    thin: "#93895c",
    clay: "#7f6248",
    ink: "#d9d3b4",
    gloss: 0.6,
    crackle: 0,
    specks: 22,
    grain: 0.06,
    edge: 1.2,
  },
};

export type GlazeName = keyof typeof GLAZES;

/** A glaze as it came out of one firing: a little lighter or darker each time. */
export const fired = (name: GlazeName, random: Random) => {
  const { base, pool, thin, clay, ink, ...rest } = GLAZES[name];
  return {
    ...rest,
    name,
    base: dim(linear(base), random.between(0.93, 1.05)),
    pool: linear(pool),
    thin: linear(thin),
    clay: linear(clay),
    ink: linear(ink),
  };
};

export type Glaze = ReturnType<typeof fired>;
