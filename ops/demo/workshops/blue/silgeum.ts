import { say } from "../../kinds/kind.ts";
import { makers } from "../../products/makers.ts";
import type { Workshop } from "../workshop.ts";

export const silgeum: Workshop = {
  code: "SLG",
  slug: "silgeum",
  maker: makers.silgeum,
  region: "yanggu",
  level: 1.05,
  kiln: "gas",
  voices: [
    say("금은 유약에만 있어 새지 않습니다.", "The lines stay in the glaze and do not leak."),
    say("같은 금은 다시 나오지 않습니다.", "No net of lines comes twice."),
  ],
  lines: [
    {
      name: say("실금", "Crackle"),
      glaze: "crackle",
      motif: "none",
      made: [
        say("식으며 갈라진 금이 고루 퍼졌습니다.", "The lines spread evenly as it cooled."),
        say(
          "금에 물이 들면 쓰는 이의 그릇이 됩니다.",
          "As colour enters the lines it becomes its owner's.",
        ),
      ],
      kinds: [
        "teaCup",
        "teaBowl",
        "smallTeapot",
        "rice",
        "soup",
        "side",
        "dinner",
        "sauce",
        "large",
      ],
    },
    {
      name: say("살얼음", "Thin ice"),
      glaze: "crackle",
      motif: "facets",
      made: [
        say(
          "깎은 면 위에 금이 들어 얼음이 갈라진 듯합니다.",
          "Crackle over cut planes, like ice giving way.",
        ),
        say("옅은 하늘빛을 얇게 입혔습니다.", "Thinly glazed in a pale sky blue."),
      ],
      kinds: ["mug", "water", "liquor", "tall", "bud", "beer"],
    },
    {
      name: say("겨울 매화", "Winter plum"),
      glaze: "crackle",
      motif: "plum",
      made: [
        say("금이 든 바탕에 먹빛 매화를 그렸습니다.", "A plum branch in ink, over the crackle."),
        say("가지 끝이 금을 따라 번졌습니다.", "The twigs have bled along the lines."),
      ],
      kinds: ["teaCup", "maebyeong", "teapot", "smallMoon", "fruit", "teaJar"],
    },
    {
      name: say("눈밭", "Snowfield"),
      glaze: "porcelain",
      motif: "none",
      made: [
        say("무늬 없이 흰 데다 그늘만 푸릅니다.", "Plain white, blue only in its shade."),
        say("양구 흙을 다른 것과 섞지 않고 썼습니다.", "Yanggu clay, unmixed."),
      ],
      kinds: ["rice", "lidded", "porridge", "sidePlate", "openJar", "moon", "pitcher"],
    },
    {
      name: say("빗금", "Slant"),
      glaze: "crackle",
      motif: "comb",
      made: [
        say("빗살을 한쪽으로 눕혀 금과 엇갈리게 했습니다.", "Combed aslant, across the crackle."),
        say(
          "결과 금이 만나는 곳마다 작은 마름모가 생깁니다.",
          "Where comb and crackle meet there are small diamonds.",
        ),
      ],
      kinds: ["kimchi", "bigMug", "sharing", "planter", "soju", "incense", "square"],
    },
  ],
};
