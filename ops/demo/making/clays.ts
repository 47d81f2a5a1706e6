import type { GlazeName } from "../drawings/glazes.ts";
import { care } from "../products/makers.ts";
import type { Text } from "../products/product.ts";
import { regions } from "../workshops/regions.ts";
import type { Workshop } from "../workshops/workshop.ts";

interface Clay {
  readonly clay: Text;
  readonly degrees: number;
  readonly air: "reduction" | "oxidation";
}

const clays: Record<GlazeName, Clay> = {
  celadon: { clay: { ko: "청자토", en: "celadon clay" }, degrees: 1_250, air: "reduction" },
  porcelain: { clay: { ko: "백토", en: "kaolin" }, degrees: 1_280, air: "reduction" },
  buncheong: {
    clay: { ko: "분청토", en: "iron-bearing clay" },
    degrees: 1_240,
    air: "reduction",
  },
  onggi: {
    clay: { ko: "옹기토에 잿물", en: "onggi clay, lye glaze" },
    degrees: 1_180,
    air: "oxidation",
  },
  cobalt: {
    clay: { ko: "백토에 코발트 유약", en: "white clay, cobalt glaze" },
    degrees: 1_270,
    air: "reduction",
  },
  tenmoku: {
    clay: { ko: "산청토에 철유", en: "stoneware, iron glaze" },
    degrees: 1_260,
    air: "reduction",
  },
  ash: {
    clay: { ko: "사질토에 재유", en: "sandy clay, ash glaze" },
    degrees: 1_230,
    air: "reduction",
  },
  crackle: {
    clay: { ko: "백토에 빙렬 유약", en: "white clay, crackle glaze" },
    degrees: 1_240,
    air: "reduction",
  },
  matte: {
    clay: { ko: "조합토에 무광 백유", en: "stoneware, matte white glaze" },
    degrees: 1_240,
    air: "oxidation",
  },
  jinsa: {
    clay: { ko: "백토에 구리 유약", en: "white clay, copper glaze" },
    degrees: 1_270,
    air: "reduction",
  },
  moss: {
    clay: { ko: "사질토에 녹유", en: "sandy clay, green ash glaze" },
    degrees: 1_230,
    air: "oxidation",
  },
};
const airs: Record<Clay["air"], Text> = {
  reduction: { ko: "환원", en: "reduction" },
  oxidation: { ko: "산화", en: "oxidation" },
};
const kilns: Record<Workshop["kiln"], Text> = {
  gas: { ko: "가스 가마", en: "gas kiln" },
  electric: { ko: "전기 가마", en: "electric kiln" },
  wood: { ko: "장작 가마", en: "wood kiln" },
};

/** What it is made of, and in what fire. */
export const materialOf = ({ region, kiln }: Workshop, glaze: GlazeName): Text => {
  const { clay, degrees, air } = clays[glaze];
  const heat = degrees.toLocaleString("en");
  return {
    ko: `${regions[region].ko} ${clay.ko}, ${heat} °C ${kilns[kiln].ko} ${airs[air].ko}`,
    en: `${regions[region].en} ${clay.en}, ${kilns[kiln].en}, ${heat} °C ${airs[air].en}`,
  };
};

/** How to look after it. */
export const careOf = (
  glaze: GlazeName,
  {
    dry,
    wood,
    inlaid,
  }: { readonly dry: boolean; readonly wood: boolean; readonly inlaid: boolean },
): Text => {
  if (dry) return care.dust;
  if (glaze === "onggi") return care.onggi;
  if (glaze === "crackle") return care.stained;
  if (glaze === "jinsa" || inlaid || (wood && glaze === "buncheong")) return care.byHand;
  return glaze === "tenmoku" || glaze === "cobalt" ? care.noMicrowave : care.everyday;
};
