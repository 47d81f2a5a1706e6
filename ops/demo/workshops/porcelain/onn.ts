import { say } from "../../kinds/kind.ts";
import { makers } from "../../products/makers.ts";
import type { Workshop } from "../workshop.ts";

export const onn: Workshop = {
  code: "ONN",
  slug: "onn",
  maker: makers.onn,
  region: "yeoju",
  level: 1.15,
  kiln: "gas",
  voices: [
    say(
      "흰빛은 흙에서 나오는 것이라 유약은 거들기만 합니다.",
      "White comes from the clay; the glaze only helps.",
    ),
    say("깨진 것은 갈아 다시 흙에 섞습니다.", "What breaks is ground and goes back into the clay."),
    say(
      "저울에 달아 그릇마다 무게 차이를 십 그램 안에 둡니다.",
      "Every piece is weighed, and kept within ten grams of the next.",
    ),
  ],
  lines: [
    {
      name: say("백자", "White porcelain"),
      glaze: "porcelain",
      motif: "none",
      made: [
        say(
          "양구 백토로 얇게 차고 벽을 한 번 더 깎았습니다.",
          "Thrown thin from Yanggu kaolin, its wall trimmed once more.",
        ),
        say(
          "유약을 얇게 입혀 손자국까지 비칩니다.",
          "So thinly glazed that the fingers still show.",
        ),
      ],
      kinds: [
        "soup",
        "noodle",
        "side",
        "kimchi",
        "sidePlate",
        "dinner",
        "teaCup",
        "water",
        "serving",
        "oval",
        "tall",
        "teaJar",
      ],
    },
    {
      name: say("매화", "Plum branch"),
      glaze: "porcelain",
      motif: "plum",
      made: [
        say(
          "청화로 매화 한 가지를 그리고 유약을 덮었습니다.",
          "One plum branch in cobalt, under the glaze.",
        ),
        say(
          "가지는 굵은 붓, 꽃은 가는 붓으로 두 번에 나누어 그립니다.",
          "The branch takes a thick brush, the blossoms a fine one.",
        ),
      ],
      kinds: ["rice", "lidded", "teaCup", "teapot", "fruit", "large", "maebyeong"],
    },
    {
      name: say("난초", "Orchid"),
      glaze: "porcelain",
      motif: "orchid",
      made: [
        say("난초 잎을 여섯 획에 쳤습니다.", "Six strokes make the leaves of an orchid."),
        say("잎이 휘는 쪽이 점마다 다릅니다.", "No two bend their leaves the same way."),
      ],
      kinds: ["mug", "sharing", "liquor", "smallMoon", "bud", "side"],
    },
    {
      name: say("두 줄", "Two rings"),
      glaze: "porcelain",
      motif: "bands",
      made: [
        say(
          "물레를 천천히 돌리며 청화 띠를 굵게 하나, 가늘게 하나 둘렀습니다.",
          "One thick ring of cobalt and one thin, drawn on the slow wheel.",
        ),
        say(
          "띠의 끝과 처음이 만나는 자리가 조금 겹칩니다.",
          "Where the ring meets its beginning it overlaps a little.",
        ),
      ],
      kinds: ["rice", "soup", "sauce", "mug", "soju", "beer", "square"],
    },
    {
      name: say("무명", "Cotton"),
      glaze: "matte",
      motif: "none",
      made: [
        say(
          "광을 죽인 흰 유약이라 무명천처럼 손에 닿습니다.",
          "A white without shine, like cotton to the hand.",
        ),
        say(
          "흙의 작은 점이 유약 위로 비쳐 나왔습니다.",
          "Small specks in the clay have come up through the glaze.",
        ),
      ],
      kinds: ["porridge", "footed", "pitcher", "teaBowl", "tray", "sweets"],
    },
  ],
};
