import { say } from "../../kinds/kind.ts";
import type { Workshop } from "../workshop.ts";

export const goyo: Workshop = {
  code: "GOY",
  slug: "goyo",
  maker: say("고요 · 파주", "Goyo, Paju"),
  region: "paju",
  level: 1.2,
  kiln: "electric",
  voices: [
    say("하루에 다섯 점만 만듭니다.", "Five pieces a day, and no more."),
    say(
      "소리가 나지 않는 그릇을 만들고 싶었습니다.",
      "The wish was for tableware that makes no noise.",
    ),
  ],
  lines: [
    {
      name: say("고요", "Stillness"),
      glaze: "matte",
      motif: "none",
      made: [
        say(
          "모서리를 아주 조금만 굴려 선이 고요합니다.",
          "Every edge is softened just so much, and its line is still.",
        ),
        say("유약을 문질러 결 없이 고르게 했습니다.", "The glaze is rubbed until it is even."),
      ],
      kinds: ["rice", "soup", "noodle", "dinner", "side", "sauce", "square", "teaBowl"],
    },
    {
      name: say("먹", "Ink"),
      glaze: "tenmoku",
      motif: "none",
      made: [
        say("먹을 갈아 놓은 듯 윤을 죽였습니다.", "Its shine is taken down to that of ground ink."),
        say("안쪽만 매끈하게 두어 씻기 좋습니다.", "Only the inside is smooth, for washing."),
      ],
      kinds: ["rice", "soup", "mug", "large", "oval", "espresso", "sidePlate"],
    },
    {
      name: say("종이", "Paper"),
      glaze: "porcelain",
      motif: "none",
      made: [
        say("종이를 접은 듯 얇고 곧게 세웠습니다.", "Thin and upright, as if folded from paper."),
        say("빛에 대면 손가락이 비칩니다.", "Held to the light it shows the fingers."),
      ],
      kinds: ["teaCup", "water", "stem", "espresso", "lidded", "tall"],
    },
    {
      name: say("결", "Grain"),
      glaze: "matte",
      motif: "facets",
      made: [
        say("나뭇결처럼 길게 면을 냈습니다.", "Long planes, like the grain of wood."),
        say("깎고 나서 사포를 대지 않았습니다.", "Once cut, it is not sanded."),
      ],
      kinds: ["mug", "bud", "beer", "teapot", "teaJar", "planter", "sharing"],
    },
    {
      name: say("먼 산", "Far hills"),
      glaze: "matte",
      motif: "mountain",
      made: [
        say("흐린 먹빛으로 산을 세 겹 두었습니다.", "Three ranges in a thin ink brown."),
        say("가장 먼 산은 거의 보이지 않습니다.", "The farthest can hardly be seen."),
      ],
      kinds: ["smallMoon", "tray", "sweets", "fruit", "incense", "moon", "serving"],
    },
  ],
};
