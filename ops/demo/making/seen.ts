import type { BackdropName, GlazeName } from "../drawings/glazes.ts";
import type { Motif } from "../drawings/motifs/motif.ts";
import type { Product, Text } from "../products/product.ts";

const colours: Record<GlazeName, Text> = {
  celadon: { ko: "옅은 청록빛", en: "pale green" },
  porcelain: { ko: "흰", en: "white" },
  buncheong: { ko: "회갈색", en: "grey-brown" },
  onggi: { ko: "붉은 갈색", en: "red-brown" },
  cobalt: { ko: "짙은 쪽빛", en: "deep blue" },
  tenmoku: { ko: "검은", en: "black" },
  ash: { ko: "누런 잿빛", en: "straw-grey" },
  crackle: { ko: "잔금이 든 하늘빛", en: "finely crackled pale blue" },
  matte: { ko: "윤이 없는 흰", en: "matte white" },
  jinsa: { ko: "검붉은", en: "dark red" },
  moss: { ko: "이끼빛", en: "moss green" },
};

const marks: Record<Exclude<Motif, "none">, Text> = {
  plum: { ko: "매화 가지", en: "a plum branch" },
  orchid: { ko: "난초 잎", en: "orchid leaves" },
  bamboo: { ko: "대나무", en: "bamboo" },
  grass: { ko: "풀잎", en: "blades of grass" },
  berries: { ko: "붉은 열매", en: "red berries" },
  mountain: { ko: "먼 산", en: "far mountains" },
  inlay: { ko: "상감한 흰 꽃", en: "inlaid white flowers" },
  stamped: { ko: "줄지은 꽃도장", en: "rows of stamped flowers" },
  petals: { ko: "새긴 꽃잎 골", en: "carved petals" },
  facets: { ko: "깎은 면", en: "pared planes" },
  comb: { ko: "빗살 결", en: "combed lines" },
  sweep: { ko: "귀얄 자국", en: "swept white slip" },
  sgraffito: { ko: "당초무늬", en: "a leaf scroll" },
  fish: { ko: "물고기", en: "a fish" },
  dip: { ko: "담근 경계선", en: "the line of a dip" },
  stroke: { ko: "굵은 붓질 한 획", en: "one broad stroke" },
  bands: { ko: "둘러 그린 띠", en: "painted rings" },
  wave: { ko: "손가락 물결", en: "a finger-wiped wave" },
  drip: { ko: "흘러내린 유약", en: "glaze that ran" },
  fur: { ko: "가는 줄무늬", en: "fine streaks" },
};

const walls: Record<BackdropName, Text> = {
  stone: { ko: "회색", en: "grey" },
  sand: { ko: "모래빛", en: "sand-coloured" },
  clay: { ko: "흙빛", en: "clay-coloured" },
  mist: { ko: "푸른 잿빛", en: "blue-grey" },
  sage: { ko: "쑥빛", en: "sage" },
  ink: { ko: "먹빛", en: "dark" },
  linen: { ko: "삼베빛", en: "linen-coloured" },
  dusk: { ko: "저녁빛", en: "dusky" },
  pine: { ko: "솔빛", en: "pine-coloured" },
};

const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What one sees in its pictures, for those who do not. */
export const picturesOf = (
  noun: Text,
  { glaze, drawing: { motif, backdrop, first } }: Pick<Product, "glaze" | "drawing">,
): Product["images"] => {
  const [colour, wall] = [colours[glaze], walls[backdrop]];
  const mark = motif === "none" ? null : marks[motif];
  const plain = { ko: `${colour.ko} ${noun.ko}`, en: `${colour.en} ${noun.en}` };
  const marked = mark ? ` with ${mark.en}` : "";
  const other =
    first === "level"
      ? { ko: `위에서 들여다본 ${plain.ko}`, en: `Looking down on the ${plain.en}` }
      : { ko: `낮게 본 ${plain.ko}`, en: `The ${plain.en} from low down` };
  return [
    {
      view: "main",
      alt: {
        ko: `${wall.ko} 벽 앞의 ${plain.ko}${mark ? `. ${mark.ko}` : ""}`,
        en: upper(`${plain.en}${marked}, before a ${wall.en} wall`),
      },
    },
    { view: "wide", alt: other },
    {
      view: "detail",
      alt: { ko: `가까이 본 ${plain.ko}`, en: `The ${plain.en} from close by` },
    },
  ];
};
