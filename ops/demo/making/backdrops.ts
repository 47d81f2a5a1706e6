import type { BackdropName, GlazeName } from "../drawings/glazes.ts";
import type { Random } from "../drawings/random.ts";
import type { Kind } from "../kinds/kind.ts";

const behindPale: readonly BackdropName[] = [
  "stone",
  "clay",
  "sage",
  "mist",
  "dusk",
  "pine",
  "sand",
];
const behindDark: readonly BackdropName[] = ["sand", "linen", "stone", "mist", "sage", "dusk"];
const papers: Record<GlazeName, readonly BackdropName[]> = {
  porcelain: behindPale,
  matte: behindPale,
  crackle: ["stone", "sand", "linen", "clay", "mist", "dusk"],
  celadon: ["stone", "sand", "linen", "clay", "dusk", "mist"],
  buncheong: ["sand", "sage", "stone", "linen", "mist", "pine"],
  ash: ["sage", "clay", "stone", "mist", "dusk", "linen"],
  onggi: behindDark,
  cobalt: ["stone", "linen", "sand", "mist", "clay"],
  tenmoku: behindDark,
  jinsa: ["stone", "linen", "sand", "mist", "sage"],
  moss: ["linen", "sand", "stone", "clay", "dusk"],
};
const glowing = new Set<GlazeName>(["porcelain", "celadon", "crackle", "matte"]);

/** The paper behind a piece; now and then a tall pale one stands before the dark. */
export const backdropFor = (glaze: GlazeName, { dry, first }: Kind, random: Random) =>
  random() < 0.16 && dry && first === "level" && glowing.has(glaze)
    ? "ink"
    : random.pick(papers[glaze]);
