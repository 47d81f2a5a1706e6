import type { Text } from "../products/product.ts";

/** The shelves that goods stand on. */
export const leaves = {
  "rice-bowls": {
    parent: "bowls",
    name: { ko: "밥그릇", en: "Rice bowls" },
    description: {
      ko: "한 공기에 맞춘 크기. 굽이 높아 뜨거울 때도 들기 좋습니다.",
      en: "Sized for one serving, on a foot that stays cool enough to lift.",
    },
  },
  "soup-bowls": {
    parent: "bowls",
    name: { ko: "국그릇", en: "Soup bowls" },
    description: {
      ko: "밥그릇보다 한 치 넓고, 국물이 쉬이 식지 않게 깊습니다.",
      en: "A little wider than a rice bowl, and deep enough to keep soup hot.",
    },
  },
  "noodle-bowls": {
    parent: "bowls",
    name: { ko: "면기와 대접", en: "Noodle and serving bowls" },
    description: {
      ko: "국수 한 그릇, 비빔밥 한 그릇, 여럿이 덜어 먹는 나물 한 대접.",
      en: "For noodles, for mixed rice, and for greens that the table shares.",
    },
  },
  "small-dishes": {
    parent: "bowls",
    name: { ko: "찬기와 종지", en: "Side and sauce dishes" },
    description: {
      ko: "반찬 한 젓가락, 간장 한 숟가락을 담는 작은 그릇.",
      en: "Small dishes for a bite of something and a spoonful of sauce.",
    },
  },
  plates: {
    parent: "bowls",
    name: { ko: "접시", en: "Plates" },
    description: {
      ko: "앞접시에서 한 접시 밥상까지, 지름 22센티미터 아래의 접시.",
      en: "From side plates to a meal on one plate, up to 22 centimetres.",
    },
  },
  "large-plates": {
    parent: "bowls",
    name: { ko: "큰 접시", en: "Large plates" },
    description: {
      ko: "상 한가운데 놓는 접시. 생선 한 마리, 전 한 장이 다 올라갑니다.",
      en: "For the middle of the table: a whole fish or a large pancake.",
    },
  },
  "tea-bowls": {
    parent: "tea",
    name: { ko: "다완", en: "Tea bowls" },
    description: {
      ko: "두 손으로 감싸 드는 찻사발. 말차를 개기 좋게 바닥이 넓습니다.",
      en: "Held in both hands, with a broad floor to whisk matcha on.",
    },
  },
  "tea-cups": {
    parent: "tea",
    name: { ko: "찻잔", en: "Tea cups" },
    description: {
      ko: "손잡이 없이 쥐는 잔. 향이 머물도록 벽이 곧습니다.",
      en: "Cups without a handle, upright so that the scent stays.",
    },
  },
  mugs: {
    parent: "tea",
    name: { ko: "머그", en: "Mugs" },
    description: {
      ko: "아침 커피와 저녁 보리차를 함께 맡는 손잡이 잔.",
      en: "With a handle, for coffee in the morning and barley tea at night.",
    },
  },
  "drinking-cups": {
    parent: "tea",
    name: { ko: "술잔과 물잔", en: "Drinking cups" },
    description: {
      ko: "소주 한 모금에서 막걸리 한 사발까지.",
      en: "From a sip of soju to a full bowl of makgeolli.",
    },
  },
  teapots: {
    parent: "tea",
    name: { ko: "다관", en: "Teapots" },
    description: {
      ko: "따르다 멈추어도 물이 흐르지 않게 부리를 다듬은 찻주전자.",
      en: "With spouts trimmed so that the last drop stays in.",
    },
  },
  pitchers: {
    parent: "tea",
    name: { ko: "주전자와 숙우", en: "Pitchers" },
    description: {
      ko: "물을 나르는 주전자와, 차를 식혀 고루 나누는 숙우.",
      en: "To carry water, and to cool tea and share it out evenly.",
    },
  },
  "moon-jars": {
    parent: "jars",
    name: { ko: "달항아리", en: "Moon jars" },
    description: {
      ko: "사발 둘을 맞붙인 둥근 항아리. 두 점이 같은 것이 없습니다.",
      en: "Round jars of two joined bowls, no two of them the same.",
    },
  },
  vases: {
    parent: "jars",
    name: { ko: "꽃병", en: "Vases" },
    description: {
      ko: "가지 하나를 세우는 작은 병에서 어깨 둥근 매병까지.",
      en: "From a bottle for one twig to the round-shouldered maebyeong.",
    },
  },
  bottles: {
    parent: "jars",
    name: { ko: "병", en: "Bottles" },
    description: {
      ko: "술을 담아 상에 내고, 비면 그대로 세워 두는 병.",
      en: "To bring liquor to the table in, and to leave standing when empty.",
    },
  },
  "storage-jars": {
    parent: "jars",
    name: { ko: "단지와 장독", en: "Storage jars" },
    description: {
      ko: "장과 김치, 쌀과 차를 제 숨으로 지키는 뚜껑 있는 그릇.",
      en: "Lidded jars that keep paste, kimchi, rice or tea, each at its own breath.",
    },
  },
  planters: {
    parent: "jars",
    name: { ko: "화분", en: "Planters" },
    description: {
      ko: "물 빠짐 구멍을 낸 화분. 뿌리가 숨 쉬는 흙으로 구웠습니다.",
      en: "Pots with a hole to drain, fired from clay that lets roots breathe.",
    },
  },
  trays: {
    parent: "table",
    name: { ko: "쟁반", en: "Trays" },
    description: {
      ko: "잔과 다식을 함께 나르는 낮은 테의 쟁반.",
      en: "Low-edged trays that carry cups and sweets together.",
    },
  },
  "lidded-boxes": {
    parent: "table",
    name: { ko: "합", en: "Lidded boxes" },
    description: {
      ko: "뚜껑과 몸을 짝지어 구운 그릇. 마른 찬이나 찻잎을 담습니다.",
      en: "Lid and body fired as a pair, for dry side dishes or tea leaves.",
    },
  },
  rests: {
    parent: "table",
    name: { ko: "수저받침", en: "Rests" },
    description: {
      ko: "숟가락과 젓가락이 쉬는 자리.",
      en: "Where spoons and chopsticks lie down.",
    },
  },
  incense: {
    parent: "table",
    name: { ko: "향꽂이", en: "Incense holders" },
    description: {
      ko: "향 한 개비를 세우고 재를 받는 작은 접시.",
      en: "Small dishes that hold one stick and catch its ash.",
    },
  },
} satisfies Record<string, { parent: string; name: Text; description: Text }>;

export type CategorySlug = keyof typeof leaves;
