import { say } from "../../kinds/kind.ts";
import { makers } from "../../products/makers.ts";
import type { Workshop } from "../workshop.ts";

export const heukdam: Workshop = {
  code: "HKD",
  slug: "heukdam",
  maker: makers.heukdam,
  region: "gongju",
  level: 1.1,
  kiln: "wood",
  voices: [
    say(
      "귀얄은 볏짚 밑동을 묶어 직접 만듭니다.",
      "The broom is tied here, from the butts of rice straw.",
    ),
    say(
      "분장은 망설이면 자국이 남고, 서두르면 날아갑니다.",
      "Slip shows every hesitation, and flies off in a hurry.",
    ),
  ],
  lines: [
    {
      name: say("귀얄", "Broom-swept"),
      glaze: "buncheong",
      motif: "sweep",
      made: [
        say(
          "물레를 돌리며 귀얄로 백토를 한 번에 감았습니다.",
          "White slip is wound on in one pass while the wheel turns.",
        ),
        say(
          "귀얄이 지나며 남긴 결 사이로 흙빛이 비칩니다.",
          "Clay shows between the strokes that the broom left.",
        ),
      ],
      kinds: [
        "rice",
        "soup",
        "kimchi",
        "serving",
        "sidePlate",
        "teaCup",
        "makgeolli",
        "planter",
        "large",
      ],
    },
    {
      name: say("물고기", "Fish"),
      glaze: "buncheong",
      motif: "fish",
      made: [
        say(
          "백토를 바르고 쇠꼬챙이로 물고기 한 마리를 그렸습니다.",
          "One fish is drawn with an iron point through white slip.",
        ),
        say("비늘은 세지 않고 손이 가는 대로 그었습니다.", "Nobody counts the scales."),
      ],
      kinds: ["noodle", "liquor", "longNeck", "gourd", "teaJar", "openJar"],
    },
    {
      name: say("당초 조화", "Leaf scroll"),
      glaze: "buncheong",
      motif: "sgraffito",
      made: [
        say(
          "분을 바른 뒤 당초무늬를 선으로 새겼습니다.",
          "A leaf scroll is cut in line through the slip.",
        ),
        say(
          "새긴 선에 흙물이 배어 해마다 짙어집니다.",
          "The cut lines darken a little every year.",
        ),
      ],
      kinds: ["maebyeong", "smallMoon", "box", "lidded", "pitcher", "mug"],
    },
    {
      name: say("덤벙", "Dipped"),
      glaze: "buncheong",
      motif: "dip",
      made: [
        say(
          "백토 물에 덤벙 담갔다 꺼내 굽 쪽을 남겼습니다.",
          "Plunged into white slip, with the foot left bare.",
        ),
        say("손으로 쥐었던 자리가 흙빛으로 남았습니다.", "Where it was held, the clay shows."),
      ],
      kinds: ["porridge", "teaBowl", "bigMug", "water", "side", "sauce", "soju"],
    },
    {
      name: say("들풀", "Meadow"),
      glaze: "buncheong",
      motif: "grass",
      made: [
        say(
          "철화로 풀 몇 포기를 서두르지 않고 쳤습니다.",
          "A few tufts of grass in iron, without hurry.",
        ),
        say("씨앗은 붓끝으로 톡톡 찍었습니다.", "Its seeds are dabs of the brush tip."),
      ],
      kinds: ["dinner", "fruit", "bud", "tall", "smallTeapot", "tray"],
    },
  ],
};
