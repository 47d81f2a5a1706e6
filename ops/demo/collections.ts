import type { Text } from "./products/product.ts";

const shelves = {
  "new-from-the-kiln": {
    name: { ko: "갓 나온 그릇", en: "New from the kiln" },
    description: {
      ko: "이달 가마에서 꺼낸 것들. 식는 데만 이틀이 걸렸습니다.",
      en: "Unloaded this month, after two days of cooling.",
    },
  },
  "maker-of-the-month": {
    name: { ko: "이달의 공방 · 흙담", en: "Maker of the month: Heukdam" },
    description: {
      ko: "공주 흙담 공방은 귀얄 하나로 스무 해째 분청을 빚습니다.",
      en: "In Gongju, Heukdam has made buncheong with one broom for twenty years.",
    },
  },
  "for-one": {
    name: { ko: "혼자 먹는 밥상", en: "A table for one" },
    description: {
      ko: "밥과 국과 찬 한 가지. 혼자여도 그릇은 갖추어 먹습니다.",
      en: "Rice, soup and one thing beside it, properly served.",
    },
  },
  "korean-table": {
    name: { ko: "한식 차림", en: "For a Korean table" },
    description: {
      ko: "밥그릇, 국그릇, 찬기와 종지. 높이를 맞추면 상이 고릅니다.",
      en: "Bowls for rice and soup with their side dishes, matched in height.",
    },
  },
  "tea-table": {
    name: { ko: "찻자리", en: "For the tea table" },
    description: {
      ko: "다관과 숙우와 잔, 그리고 물기를 받는 쟁반.",
      en: "Teapot, sharing pitcher and cups, with a tray to catch the drips.",
    },
  },
  "white-on-white": {
    name: { ko: "희고 흰", en: "White on white" },
    description: {
      ko: "무늬 없는 백자만 모았습니다. 흰빛도 공방마다 다릅니다.",
      en: "Plain porcelain only. Every workshop has a white of its own.",
    },
  },
  "wedding-gifts": {
    name: { ko: "혼인 선물", en: "Wedding gifts" },
    description: {
      ko: "두 사람이 오래 쓸 것들. 상자에 담아 짝을 맞추어 보냅니다.",
      en: "For two people and many years, sent boxed and in pairs.",
    },
  },
  "under-30000-won": {
    name: { ko: "삼만 원 아래", en: "Under 30,000 won" },
    description: {
      ko: "처음 들이기 좋은 것들. 손으로 빚은 것은 값이 낮아도 같습니다.",
      en: "Good first pieces, thrown by the same hands as the rest.",
    },
  },
  "onggi-outdoors": {
    name: { ko: "마당과 장독대", en: "Yard and jar stand" },
    description: {
      ko: "비와 볕을 견디는 옹기와 화분.",
      en: "Onggi and planters that stand rain and sun.",
    },
  },
  "one-of-a-kind": {
    name: { ko: "한 점뿐", en: "One of a kind" },
    description: {
      ko: "다시 굽지 않는 것들. 이 한 점이 나가면 끝입니다.",
      en: "Not to be fired again: this one piece is all there is.",
    },
  },
} satisfies Record<string, { name: Text; description: Text }>;

export type CollectionSlug = keyof typeof shelves;

interface Collection {
  readonly slug: string;
  readonly name: Text;
  readonly description: Text;
}

export const collections: readonly Collection[] = Object.entries(shelves).map(([slug, shelf]) => ({
  slug,
  ...shelf,
}));
