import type { GlazeName } from "../drawings/glazes.ts";
import type { Text } from "../products/product.ts";

export const glazeNames: Record<GlazeName, Text> = {
  celadon: { ko: "청자", en: "Celadon" },
  porcelain: { ko: "백자", en: "White porcelain" },
  buncheong: { ko: "분청", en: "Buncheong" },
  onggi: { ko: "옹기", en: "Onggi" },
  cobalt: { ko: "청화", en: "Cobalt blue" },
  tenmoku: { ko: "흑유", en: "Tenmoku" },
  ash: { ko: "재유", en: "Ash glaze" },
  crackle: { ko: "실금", en: "Crackle" },
  matte: { ko: "무광 백유", en: "Matte white" },
  jinsa: { ko: "진사", en: "Copper red" },
  moss: { ko: "녹유", en: "Moss green" },
};
