import { say } from "../../kinds/kind.ts";
import { makers } from "../../products/makers.ts";
import type { Workshop } from "../workshop.ts";

export const ashAndWater: Workshop = {
  code: "ANW",
  slug: "ash-and-water",
  maker: makers.ashAndWater,
  region: "mungyeong",
  level: 1.1,
  kiln: "wood",
  voices: [
    say("한 가마에 소나무 두 트럭이 들어갑니다.", "A firing takes two truckloads of pine."),
    say(
      "재는 작년 가마에서 받아 한 해 물에 우린 것입니다.",
      "The ash is last year's, washed in water for a year.",
    ),
  ],
  lines: [
    {
      name: say("재유", "Ash glaze"),
      glaze: "ash",
      motif: "none",
      made: [
        say(
          "소나무 재가 녹아 가운데는 옅은 풀빛이 되었습니다.",
          "Melted pine ash has turned the middle a pale grass green.",
        ),
        say("재를 체에 걸러 고르게 입혔습니다.", "Sieved ash, laid on evenly."),
      ],
      kinds: ["rice", "soup", "noodle", "side", "sauce", "dinner", "sidePlate", "fish"],
    },
    {
      name: say("흘림", "Running ash"),
      glaze: "ash",
      motif: "drip",
      made: [
        say(
          "재가 어깨에서 녹아 흐르다 굽 위에서 멈추었습니다.",
          "The ash melted at the shoulder, ran, and stopped above the foot.",
        ),
        say("흐른 줄이 몇인지는 가마가 정합니다.", "How many runs there are is up to the kiln."),
      ],
      kinds: ["mug", "bigMug", "water", "teaJar", "liquor", "openJar", "storage"],
    },
    {
      name: say("새재", "Saejae Pass"),
      glaze: "ash",
      motif: "mountain",
      made: [
        say(
          "철화로 고갯마루를 겹겹이 그렸습니다.",
          "The ridges of the pass, one behind the other, in iron.",
        ),
        say("묽은 물감이 재유 아래로 번졌습니다.", "Thin pigment has spread beneath the ash."),
      ],
      kinds: ["large", "smallMoon", "teaCup", "tall", "tray", "teapot"],
    },
    {
      name: say("솔바람", "Pine wind"),
      glaze: "moss",
      motif: "none",
      made: [
        say("재를 곱으로 넣은 녹유입니다.", "A green glaze with twice the ash."),
        say(
          "유약이 고인 안쪽 바닥이 솔숲처럼 짙습니다.",
          "Where it gathers inside it is as dark as a pine wood.",
        ),
      ],
      kinds: ["serving", "teaBowl", "kimchi", "makgeolli", "oval", "bud", "planter"],
    },
    {
      name: say("한 획", "Single stroke"),
      glaze: "ash",
      motif: "stroke",
      made: [
        say(
          "붓 한 자루에 철물을 흠뻑 먹여 그었습니다.",
          "One brush, full of iron, and one stroke.",
        ),
        say(
          "획이 마르기 전에 재유를 덮었습니다.",
          "The ash glaze went on before the stroke was dry.",
        ),
      ],
      kinds: ["fruit", "footed", "gourd", "beer", "sharing", "smallTeapot", "pancake"],
    },
  ],
};
