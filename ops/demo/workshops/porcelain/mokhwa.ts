import { say } from "../../kinds/kind.ts";
import type { Workshop } from "../workshop.ts";

export const mokhwa: Workshop = {
  code: "MKH",
  slug: "mokhwa",
  maker: say("목화 도자 · 전주", "Mokhwa Ceramics, Jeonju"),
  region: "jeonju",
  level: 0.95,
  kiln: "gas",
  voices: [
    say("전주 한옥 안채를 고쳐 작업실로 씁니다.", "The studio is the inner house of an old hanok."),
    say(
      "밥집 세 곳이 이 공방의 그릇을 십 년째 씁니다.",
      "Three restaurants in town have used these for ten years.",
    ),
  ],
  lines: [
    {
      name: say("목화", "Cotton flower"),
      glaze: "matte",
      motif: "none",
      made: [
        say("두툼하게 차서 부드럽게 깎은 흰 그릇입니다.", "White, thrown thick and trimmed soft."),
        say(
          "유약에 볏짚 재를 섞어 따뜻한 흰빛이 났습니다.",
          "Rice-straw ash in the glaze warms its white.",
        ),
      ],
      kinds: ["rice", "soup", "noodle", "mixing", "kimchi", "side", "sauce", "dinner"],
    },
    {
      name: say("산수유", "Cornel berries"),
      glaze: "matte",
      motif: "berries",
      made: [
        say(
          "붉은 안료로 산수유 열매를 한 알씩 찍었습니다.",
          "The cornel berries are dabbed one at a time in red.",
        ),
        say("가지는 철, 열매는 동으로 색을 냈습니다.", "Iron makes the branch, copper the fruit."),
      ],
      kinds: ["mug", "teaCup", "sidePlate", "lidded", "bud", "fruit"],
    },
    {
      name: say("한옥", "Hanok"),
      glaze: "porcelain",
      motif: "bands",
      made: [
        say(
          "처마 선을 따 둥근 띠를 한 번 둘렀습니다.",
          "One ring goes round it, like the line of the eaves.",
        ),
        say("띠를 두른 뒤 유약을 얇게 덮었습니다.", "Ringed first, then thinly glazed."),
      ],
      kinds: ["porridge", "water", "makgeolli", "liquor", "square", "serving", "tray"],
    },
    {
      name: say("반달", "Half moon"),
      glaze: "matte",
      motif: "dip",
      made: [
        say(
          "반만 담갔다 꺼내 흙빛과 흰빛이 만납니다.",
          "Dipped by half, so that clay and white meet.",
        ),
        say("담그는 깊이는 손목이 정합니다.", "How deep it goes is for the wrist to say."),
      ],
      kinds: ["mug", "bigMug", "planter", "smallPlanter", "teaJar", "salt", "pancake"],
    },
    {
      name: say("대숲", "Bamboo grove"),
      glaze: "porcelain",
      motif: "bamboo",
      made: [
        say(
          "대나무 두 줄기를 마디마다 끊어 쳤습니다.",
          "Two stalks of bamboo, the brush lifted at every joint.",
        ),
        say("잎은 붓끝을 세워 한 번에 뺐습니다.", "Each leaf is one pull of the brush tip."),
      ],
      kinds: ["teapot", "teaBowl", "sharing", "stem", "beer", "large"],
    },
  ],
};
