import { say } from "../../kinds/kind.ts";
import type { Workshop } from "../workshop.ts";

export const seoripul: Workshop = {
  code: "SRP",
  slug: "seoripul",
  maker: say("서리풀 · 양평", "Seoripul, Yangpyeong"),
  region: "yangpyeong",
  level: 1.1,
  kiln: "electric",
  voices: [
    say(
      "칼로 깎는 일이 물레 차는 일보다 오래 걸립니다.",
      "Paring takes longer here than throwing does.",
    ),
    say(
      "남한강이 보이는 작업실에서 둘이 일합니다.",
      "Two people work in a studio that looks out on the river.",
    ),
  ],
  lines: [
    {
      name: say("면치기", "Faceted"),
      glaze: "porcelain",
      motif: "facets",
      made: [
        say(
          "알맞게 굳었을 때 칼을 한 번씩만 대어 면을 냈습니다.",
          "Each plane is one stroke of the knife, at just the right dryness.",
        ),
        say(
          "면의 너비를 눈대중으로 잡아 조금씩 다릅니다.",
          "The planes are measured by eye, and differ a little.",
        ),
      ],
      kinds: ["rice", "soup", "side", "teaCup", "mug", "water", "noodle", "liquor"],
    },
    {
      name: say("첫서리", "First frost"),
      glaze: "matte",
      motif: "none",
      made: [
        say(
          "서리처럼 희고 마른 느낌의 유약을 얇게 뿌렸습니다.",
          "A glaze as white and dry as frost, sprayed thin.",
        ),
        say(
          "손에 쥐면 곧 체온이 도는 유약입니다.",
          "A glaze that takes up the warmth of a hand at once.",
        ),
      ],
      kinds: ["porridge", "sidePlate", "dinner", "large", "bigMug", "bud", "incense"],
    },
    {
      name: say("억새", "Silver grass"),
      glaze: "matte",
      motif: "grass",
      made: [
        say(
          "철을 푼 물감으로 억새를 마른 붓질해 쳤습니다.",
          "Silver grass in iron, from a nearly dry brush.",
        ),
        say("바람 방향을 한쪽으로 모아 그렸습니다.", "All of it bends to one wind."),
      ],
      kinds: ["mug", "teaBowl", "fruit", "oval", "tall", "tray", "sauce"],
    },
    {
      name: say("꽃잎 접기", "Folded petals"),
      glaze: "porcelain",
      motif: "petals",
      made: [
        say(
          "가장자리를 꽃잎처럼 눌러 골을 냈습니다.",
          "The edge is pressed into folds, like petals.",
        ),
        say("골의 수를 세어 짝수로 맞추었습니다.", "The folds are counted, and always even."),
      ],
      kinds: ["fruit", "sidePlate", "sauce", "square", "footed", "sweets", "side"],
    },
    {
      name: say("강물", "River"),
      glaze: "porcelain",
      motif: "bands",
      made: [
        say(
          "쪽빛 띠 둘을 물결보다 잔잔하게 둘렀습니다.",
          "Two indigo rings, calmer than any wave.",
        ),
        say(
          "안료를 세 번 갈아 선이 거칠지 않습니다.",
          "The pigment is ground three times, for a line without grain.",
        ),
      ],
      kinds: ["teapot", "sharing", "beer", "soju", "kimchi", "child", "spoonRest"],
    },
  ],
};
