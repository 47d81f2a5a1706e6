import { say } from "../../kinds/kind.ts";
import type { Workshop } from "../workshop.ts";

export const garam: Workshop = {
  code: "GRM",
  slug: "garam",
  maker: say("가람요 · 부안", "Garam Kiln, Buan"),
  region: "buan",
  level: 1.2,
  kiln: "wood",
  voices: [
    say(
      "부안 유천리 가마터에서 주운 조각 하나를 늘 작업대에 둡니다.",
      "A shard from the old kilns of Yucheon always lies on the bench.",
    ),
    say(
      "장작을 넣는 사람과 물레를 차는 사람이 부부입니다.",
      "One of the couple throws, the other feeds the fire.",
    ),
  ],
  lines: [
    {
      name: say("버드나무", "Willow"),
      glaze: "celadon",
      motif: "grass",
      made: [
        say(
          "백토를 풀어 붓으로 풀잎을 치고 유약을 덮었습니다.",
          "Leaves are brushed in white slip and covered with glaze.",
        ),
        say(
          "붓이 지나간 자리가 도톰해 손끝에 느껴집니다.",
          "The brushwork stands up a little and can be felt.",
        ),
      ],
      kinds: ["liquor", "longNeck", "bud", "teaCup", "mug", "teaJar"],
    },
    {
      name: say("유천 청자", "Yucheon celadon"),
      glaze: "celadon",
      motif: "none",
      made: [
        say(
          "회색빛이 도는 흙을 골라 차분한 녹색이 났습니다.",
          "A greyer clay was chosen, for a quieter green.",
        ),
        say(
          "가마 안쪽 자리에서 구워 빛이 깊습니다.",
          "Fired at the back of the kiln, where the colour goes deep.",
        ),
      ],
      kinds: ["rice", "soup", "noodle", "serving", "dinner", "large", "kimchi"],
    },
    {
      name: say("물결 청자", "Combed celadon"),
      glaze: "celadon",
      motif: "comb",
      made: [
        say(
          "빗으로 젖은 흙을 비스듬히 긁어 물결을 냈습니다.",
          "A comb drawn aslant through the wet clay left these waves.",
        ),
        say(
          "빗살 골에 유약이 고여 줄마다 깊이가 다릅니다.",
          "Glaze lies in the combed lines, each at a depth of its own.",
        ),
      ],
      kinds: ["porridge", "makgeolli", "water", "beer", "planter", "fruit", "pancake"],
    },
    {
      name: say("들국화", "Wild chrysanthemum"),
      glaze: "celadon",
      motif: "inlay",
      made: [
        say(
          "꽃을 하나씩 새겨 흰 흙을 메우는 데 꼬박 하루가 듭니다.",
          "Cutting and filling the flowers, one by one, takes a whole day.",
        ),
        say(
          "꽃송이를 드문드문 두어 빈 곳이 먼저 보입니다.",
          "The flowers are set far apart, and the space between comes first.",
        ),
      ],
      kinds: ["maebyeong", "smallMoon", "box", "stem", "sharing", "incense"],
    },
    {
      name: say("실비", "Drizzle"),
      glaze: "crackle",
      motif: "none",
      made: [
        say(
          "식을 때 유약이 갈라지는 소리를 사흘 동안 들었습니다.",
          "For three days one could hear the glaze crack as it cooled.",
        ),
        say("잔금이 가는 비처럼 고르게 내렸습니다.", "The fine lines fell as evenly as drizzle."),
      ],
      kinds: [
        "teaBowl",
        "teaCup",
        "smallTeapot",
        "teapot",
        "ringDish",
        "square",
        "sauce",
        "side",
        "tray",
      ],
    },
  ],
};
