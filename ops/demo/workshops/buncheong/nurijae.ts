import { say } from "../../kinds/kind.ts";
import type { Workshop } from "../workshop.ts";

export const nurijae: Workshop = {
  code: "NRJ",
  slug: "nurijae",
  maker: say("누리재 · 안동", "Nurijae, Andong"),
  region: "andong",
  level: 1.0,
  kiln: "wood",
  voices: [
    say(
      "안동 소주를 담을 병을 빚다가 그릇 가게가 되었습니다.",
      "It began with bottles for Andong soju.",
    ),
    say(
      "겨울에는 흙이 얼어 석 달을 쉽니다.",
      "In winter the clay freezes, and the wheel rests for three months.",
    ),
  ],
  lines: [
    {
      name: say("인화", "Stamped flower"),
      glaze: "buncheong",
      motif: "stamped",
      made: [
        say(
          "꽃도장을 줄지어 찍고 백토를 문질러 넣었습니다.",
          "Flower stamps go round in rows, rubbed with white slip.",
        ),
        say("도장은 배나무를 깎아 만들었습니다.", "The stamps are carved from pear wood."),
      ],
      kinds: ["rice", "soup", "side", "teaCup", "box", "sweets", "large"],
    },
    {
      name: say("하회", "Hahoe"),
      glaze: "buncheong",
      motif: "bands",
      made: [
        say(
          "굽이도는 강처럼 철화 띠를 둘렀습니다.",
          "A ring of iron goes round it like the river at Hahoe.",
        ),
        say("붓을 대고 물레만 돌렸습니다.", "The brush stayed still; the wheel did the drawing."),
      ],
      kinds: ["liquor", "soju", "stem", "makgeolli", "water", "tray"],
    },
    {
      name: say("선비", "Scholar"),
      glaze: "buncheong",
      motif: "bamboo",
      made: [
        say(
          "철화로 대를 치고 여백을 넓게 두었습니다.",
          "Bamboo in iron, with a wide space left beside it.",
        ),
        say("마른 붓이라 대마디가 거칠게 남았습니다.", "A dry brush left the joints rough."),
      ],
      kinds: ["teapot", "teaCup", "teaBowl", "tall", "mug", "teaJar"],
    },
    {
      name: say("마당 비", "Garden broom"),
      glaze: "buncheong",
      motif: "sweep",
      made: [
        say(
          "거친 싸리비로 백토를 쓸 듯 발랐습니다.",
          "Slip swept on with a coarse bush-clover broom.",
        ),
        say("비질이 끝난 자리가 어깨에 걸려 있습니다.", "The sweeping ends at its shoulder."),
      ],
      kinds: [
        "noodle",
        "mixing",
        "serving",
        "planter",
        "smallPlanter",
        "openJar",
        "kimchi",
        "pancake",
      ],
    },
    {
      name: say("안개", "Mist"),
      glaze: "matte",
      motif: "none",
      made: [
        say(
          "회백색 유약을 두 번 뿌려 무늬 없이 흐립니다.",
          "Sprayed twice with a grey white, and blurred like mist.",
        ),
        say("굽 언저리에만 흙을 드러냈습니다.", "Only at the foot does the clay show."),
      ],
      kinds: ["dinner", "sidePlate", "oval", "bigMug", "bud", "incense", "smallMoon", "sauce"],
    },
  ],
};
