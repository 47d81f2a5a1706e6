import { say } from "../../kinds/kind.ts";
import type { Workshop } from "../workshop.ts";

export const muldol: Workshop = {
  code: "MDL",
  slug: "muldol",
  maker: say("물돌 공방 · 속초", "Muldol Studio, Sokcho"),
  region: "sokcho",
  level: 0.95,
  kiln: "electric",
  voices: [
    say("설악에서 흘러온 물로 흙을 갭니다.", "The clay is mixed with water from Seorak."),
    say(
      "서핑을 하다 늦게 시작해 그릇이 젊습니다.",
      "Begun late, after surfing, and the pots are young.",
    ),
  ],
  lines: [
    {
      name: say("동해", "East Sea"),
      glaze: "cobalt",
      motif: "dip",
      made: [
        say("흰 바탕을 쪽빛에 반쯤 담갔습니다.", "Dipped to the middle in indigo."),
        say("수평선이 조금 기울어 있습니다.", "The horizon leans a little."),
      ],
      kinds: ["mug", "bigMug", "water", "noodle", "dinner", "serving"],
    },
    {
      name: say("물거품", "Foam"),
      glaze: "crackle",
      motif: "none",
      made: [
        say("잔금이 물거품처럼 오밀조밀합니다.", "Crackle as close as foam."),
        say("푸른빛을 옅게 하고 금을 많이 냈습니다.", "The blue is kept pale and the lines many."),
      ],
      kinds: ["rice", "soup", "sauce", "side", "fish", "oval", "teaCup", "sidePlate"],
    },
    {
      name: say("등대", "Lighthouse"),
      glaze: "porcelain",
      motif: "bands",
      made: [
        say("푸른 띠를 등대처럼 굵게 둘렀습니다.", "A ring of blue, as bold as a lighthouse's."),
        say("띠 하나를 그리는 데 숨 한 번이면 됩니다.", "One breath to a ring."),
      ],
      kinds: ["mug", "beer", "child", "soju", "pitcher", "tall", "kimchi"],
    },
    {
      name: say("설악", "Seorak"),
      glaze: "porcelain",
      motif: "mountain",
      made: [
        say("바위산의 날 선 봉우리를 푸르게 그렸습니다.", "The sharp peaks of Seorak in blue."),
        say(
          "눈 덮인 자리는 흙의 흰빛 그대로입니다.",
          "Where there is snow, it is the white of the clay.",
        ),
      ],
      kinds: ["large", "smallMoon", "teaBowl", "liquor", "fruit", "bud"],
    },
    {
      name: say("해변", "Beach"),
      glaze: "matte",
      motif: "none",
      made: [
        say("모래를 섞은 흙에 마른 흰 유약을 입혔습니다.", "A dry white over sandy clay."),
        say("만지면 물기 마른 모래 같습니다.", "It feels like sand when the water has gone."),
      ],
      kinds: [
        "porridge",
        "planter",
        "smallPlanter",
        "spoonRest",
        "incense",
        "square",
        "teaJar",
        "lidded",
      ],
    },
  ],
};
