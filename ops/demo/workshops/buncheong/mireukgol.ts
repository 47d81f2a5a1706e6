import { say } from "../../kinds/kind.ts";
import type { Workshop } from "../workshop.ts";

export const mireukgol: Workshop = {
  code: "MRG",
  slug: "mireukgol",
  maker: say("미륵골 가마 · 김해", "Mireukgol Kiln, Gimhae"),
  region: "gimhae",
  level: 1.15,
  kiln: "wood",
  voices: [
    say(
      "옛 찻사발 조각을 보고 배웠고, 아직 배우고 있습니다.",
      "They learned from shards of old tea bowls, and still do.",
    ),
    say(
      "흙을 거르지 않아 굽에서 돌이 보일 때가 있습니다.",
      "The clay is not sieved; now and then a stone shows at the foot.",
    ),
  ],
  lines: [
    {
      name: say("김해", "Gimhae"),
      glaze: "buncheong",
      motif: "none",
      made: [
        say(
          "거친 흙을 빠르게 차고 손자국을 지우지 않았습니다.",
          "Coarse clay thrown fast, with the fingers left in it.",
        ),
        say(
          "굽 둘레에 유약이 매화 껍질처럼 오그라들었습니다.",
          "Round the foot the glaze has crawled like plum bark.",
        ),
      ],
      kinds: ["teaBowl", "porridge", "makgeolli", "rice", "soup", "side"],
    },
    {
      name: say("소나무 재", "Pine ash"),
      glaze: "ash",
      motif: "drip",
      made: [
        say(
          "어깨에 앉은 소나무 재가 녹아 흘러내렸습니다.",
          "Pine ash settled on the shoulder, melted and ran.",
        ),
        say(
          "가마 앞자리에서 재를 흠뻑 맞았습니다.",
          "It stood at the front of the kiln, in the thick of the ash.",
        ),
      ],
      kinds: ["mug", "water", "liquor", "teaJar", "openJar", "smallTeapot"],
    },
    {
      name: say("큰 붓", "Broad brush"),
      glaze: "buncheong",
      motif: "stroke",
      made: [
        say(
          "가장 굵은 붓으로 철화를 한 획만 그었습니다.",
          "A single stroke of iron from the widest brush.",
        ),
        say("획의 시작은 젖고 끝은 말라 있습니다.", "The stroke begins wet and ends dry."),
      ],
      kinds: ["large", "serving", "teaBowl", "dinner", "smallMoon", "planter"],
    },
    {
      name: say("조개껍데기", "Cockle shell"),
      glaze: "ash",
      motif: "comb",
      made: [
        say("조개로 벽을 긁어 결을 세웠습니다.", "The wall is raked with a cockle shell."),
        say(
          "결마다 재유가 달리 녹아 빛깔이 여럿입니다.",
          "The ash melts differently in every ridge.",
        ),
      ],
      kinds: ["noodle", "kimchi", "beer", "bigMug", "sharing", "bud", "fruit"],
    },
    {
      name: say("흰 덤벙", "White dip"),
      glaze: "buncheong",
      motif: "dip",
      made: [
        say(
          "백토에 담근 뒤 거꾸로 세워 말렸습니다.",
          "Dipped in slip and left to dry upside down.",
        ),
        say(
          "시간이 지나면 찻물이 배어 구름무늬가 집니다.",
          "In time tea seeps in and leaves clouds.",
        ),
      ],
      kinds: [
        "teaCup",
        "teapot",
        "stem",
        "soju",
        "sidePlate",
        "footed",
        "sauce",
        "box",
        "tray",
        "incense",
      ],
    },
  ],
};
