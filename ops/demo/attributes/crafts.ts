import type { Motif } from "../drawings/motifs/motif.ts";
import type { Text } from "../products/product.ts";

/** How a piece is decorated. */
export const techniques = {
  plain: { ko: "무늬 없음", en: "Plain" },
  brushwork: { ko: "붓그림", en: "Brush-painted" },
  inlay: { ko: "상감", en: "Inlaid" },
  stamped: { ko: "인화", en: "Stamped" },
  carved: { ko: "새김", en: "Carved" },
  sgraffito: { ko: "조화", en: "Cut through slip" },
  slip: { ko: "분장", en: "Slip-coated" },
  wiped: { ko: "손그림", en: "Finger-wiped" },
  running: { ko: "흘림 유약", en: "Running glaze" },
} satisfies Record<string, Text>;

/** What is to be seen on it. */
export const patterns = {
  plum: { ko: "매화", en: "Plum blossom" },
  orchid: { ko: "난초", en: "Orchid" },
  bamboo: { ko: "대나무", en: "Bamboo" },
  grass: { ko: "풀꽃", en: "Grasses" },
  berries: { ko: "열매", en: "Berries" },
  mountain: { ko: "산수", en: "Landscape" },
  flower: { ko: "국화", en: "Chrysanthemum" },
  lotus: { ko: "연꽃잎", en: "Lotus petals" },
  scroll: { ko: "당초", en: "Leaf scroll" },
  fish: { ko: "물고기", en: "Fish" },
  facets: { ko: "면치기", en: "Facets" },
  comb: { ko: "빗살", en: "Combing" },
  broom: { ko: "귀얄", en: "Broom strokes" },
  dip: { ko: "덤벙", en: "Dipped" },
  stroke: { ko: "한 획", en: "Single stroke" },
  rings: { ko: "띠", en: "Rings" },
  wave: { ko: "물결", en: "Wave" },
  drip: { ko: "흘림", en: "Drips" },
  fur: { ko: "토끼털", en: "Hare's fur" },
} satisfies Record<string, Text>;

interface Craft {
  readonly technique: keyof typeof techniques;
  readonly pattern: keyof typeof patterns | null;
}

/** What each motif is called on the shelf. */
export const crafts: Record<Motif, Craft> = {
  none: { technique: "plain", pattern: null },
  plum: { technique: "brushwork", pattern: "plum" },
  orchid: { technique: "brushwork", pattern: "orchid" },
  bamboo: { technique: "brushwork", pattern: "bamboo" },
  grass: { technique: "brushwork", pattern: "grass" },
  berries: { technique: "brushwork", pattern: "berries" },
  mountain: { technique: "brushwork", pattern: "mountain" },
  fish: { technique: "sgraffito", pattern: "fish" },
  bands: { technique: "brushwork", pattern: "rings" },
  stroke: { technique: "brushwork", pattern: "stroke" },
  inlay: { technique: "inlay", pattern: "flower" },
  stamped: { technique: "stamped", pattern: "flower" },
  petals: { technique: "carved", pattern: "lotus" },
  facets: { technique: "carved", pattern: "facets" },
  comb: { technique: "carved", pattern: "comb" },
  sgraffito: { technique: "sgraffito", pattern: "scroll" },
  sweep: { technique: "slip", pattern: "broom" },
  dip: { technique: "slip", pattern: "dip" },
  wave: { technique: "wiped", pattern: "wave" },
  drip: { technique: "running", pattern: "drip" },
  fur: { technique: "running", pattern: "fur" },
};
