import type { Text } from "./product.ts";

export const makers = {
  bisaek: { ko: "비색 · 강진", en: "Bisaek Studio, Gangjin" },
  onn: { ko: "백자 온 · 여주", en: "Onn Porcelain, Yeoju" },
  heukdam: { ko: "흙담 공방 · 공주", en: "Heukdam, Gongju" },
  ashAndWater: { ko: "재와 물 · 문경", en: "Ash & Water, Mungyeong" },
  seo: { ko: "옹기장이 서씨 · 보성", en: "Seo the Potter, Boseong" },
  blackKiln: { ko: "검은 가마 · 이천", en: "Black Kiln, Icheon" },
  silgeum: { ko: "실금 도방 · 양구", en: "Silgeum Pottery, Yanggu" },
  pureunbit: { ko: "푸른빛 · 광주", en: "Pureunbit, Gwangju" },
} satisfies Record<string, Text>;

export const care = {
  everyday: {
    ko: "식기세척기와 전자레인지 가능, 오븐 불가",
    en: "Dishwasher and microwave safe, not oven safe",
  },
  byHand: {
    ko: "손설거지, 전자레인지 불가. 쓰고 나서 잘 말려 주세요",
    en: "Wash by hand, no microwave. Dry well after use",
  },
  noMicrowave: {
    ko: "식기세척기 가능, 전자레인지와 오븐 불가",
    en: "Dishwasher safe, no microwave or oven",
  },
  stained: {
    ko: "손설거지. 찻물이 들면 무늬가 짙어지는데 흠이 아닙니다",
    en: "Wash by hand. Tea darkens the lines over time; this is not a flaw",
  },
  dust: {
    ko: "마른 헝겊으로 닦고, 물은 오래 담아 두지 마세요",
    en: "Wipe with a dry cloth and do not leave water standing in it",
  },
  onggi: {
    ko: "뜨거운 물로 헹구고 햇볕에 말려 주세요. 세제는 스밉니다",
    en: "Rinse with hot water and dry in the sun. Soap soaks in",
  },
} satisfies Record<string, Text>;

export const material = {
  celadon: { ko: "강진 청자토, 1,250 °C 환원", en: "Gangjin clay, 1,250 °C reduction" },
  porcelain: { ko: "양구 백토, 1,280 °C 환원", en: "Yanggu kaolin, 1,280 °C reduction" },
  buncheong: {
    ko: "분청토에 백토 화장, 1,240 °C 장작 가마",
    en: "Iron-bearing clay under white slip, wood-fired at 1,240 °C",
  },
  ash: {
    ko: "문경 사질토에 소나무 재유, 1,230 °C 장작 가마",
    en: "Sandy Mungyeong clay, pine-ash glaze, wood-fired at 1,230 °C",
  },
  onggi: {
    ko: "보성 옹기토에 잿물, 1,180 °C 산화",
    en: "Boseong onggi clay, lye glaze, 1,180 °C oxidation",
  },
  tenmoku: {
    ko: "이천 산청토에 철유, 1,260 °C 환원",
    en: "Icheon stoneware, iron glaze, 1,260 °C reduction",
  },
  cobalt: {
    ko: "백토에 코발트 유약, 1,280 °C 환원",
    en: "White clay, cobalt glaze, 1,280 °C reduction",
  },
  crackle: {
    ko: "양구 백토에 빙렬 유약, 1,240 °C 환원",
    en: "Yanggu clay, crackle glaze, 1,240 °C reduction",
  },
} satisfies Record<string, Text>;
