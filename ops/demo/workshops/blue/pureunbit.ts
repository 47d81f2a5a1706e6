import { say } from "../../kinds/kind.ts";
import { makers } from "../../products/makers.ts";
import type { Workshop } from "../workshop.ts";

export const pureunbit: Workshop = {
  code: "PRB",
  slug: "pureunbit",
  maker: makers.pureunbit,
  region: "gwangju",
  level: 1.1,
  kiln: "gas",
  voices: [
    say(
      "광주 분원의 푸른 안료를 여섯 가지로 나누어 씁니다.",
      "Six blues are mixed here, after the old royal kilns.",
    ),
    say("푸른빛은 희게 남긴 자리가 만듭니다.", "It is the white left over that makes the blue."),
  ],
  lines: [
    {
      name: say("쪽빛", "Indigo"),
      glaze: "cobalt",
      motif: "none",
      made: [
        say(
          "코발트 유약을 두껍게 입혀 깊은 쪽빛이 났습니다.",
          "A thick cobalt glaze gives a deep indigo.",
        ),
        say(
          "가장자리에서 유약이 얇아져 흰 테가 드러납니다.",
          "It thins at the edge to a rim of white.",
        ),
      ],
      kinds: ["rice", "soup", "side", "dinner", "mug", "water", "sidePlate", "serving"],
    },
    {
      name: say("당초", "Leaf scroll"),
      glaze: "cobalt",
      motif: "sgraffito",
      made: [
        say(
          "유약을 긁어 당초 넝쿨을 둘렀습니다.",
          "A leaf scroll is cut through the glaze and goes right round.",
        ),
        say("긁어낸 선마다 흰 흙이 드러났습니다.", "White clay shows in every line."),
      ],
      kinds: ["large", "smallMoon", "teaJar", "bud", "box", "liquor", "fruit"],
    },
    {
      name: say("분원 산수", "Bunwon landscape"),
      glaze: "porcelain",
      motif: "mountain",
      made: [
        say("강 건너 산을 묽은 청화로 그렸습니다.", "The hills across the river, in thin cobalt."),
        say("물은 그리지 않고 비워 두었습니다.", "The water is not drawn, only left."),
      ],
      kinds: ["teaCup", "teapot", "mug", "moon", "oval", "sweets", "tall"],
    },
    {
      name: say("대나무", "Bamboo"),
      glaze: "porcelain",
      motif: "bamboo",
      made: [
        say(
          "대를 치는 데 붓질 서른 번이면 됩니다.",
          "Thirty touches of the brush make this bamboo.",
        ),
        say("마디 사이를 띄워 바람이 들게 했습니다.", "Gaps at the joints let the wind in."),
      ],
      kinds: ["liquor", "teaBowl", "beer", "lidded", "sharing", "square"],
    },
    {
      name: say("물방울", "Droplets"),
      glaze: "cobalt",
      motif: "inlay",
      made: [
        say("흰 흙을 점점이 박아 물방울을 뿌렸습니다.", "White clay, set in drop by drop."),
        say(
          "푸른 바탕에 흰 꽃이 물방울처럼 떠 있습니다.",
          "White flowers float like drops on blue.",
        ),
      ],
      kinds: ["soju", "stem", "sauce", "ringDish", "incense", "chopstickRest", "sharing"],
    },
  ],
};
