import { say } from "../../kinds/kind.ts";
import type { Workshop } from "../workshop.ts";

export const bangasil: Workshop = {
  code: "BGS",
  slug: "bangasil",
  maker: say("방아실 · 하동", "Bangasil, Hadong"),
  region: "hadong",
  level: 1.05,
  kiln: "wood",
  voices: [
    say(
      "차밭에서 난 그릇이라 찻잎을 먼저 생각합니다.",
      "Made beside tea fields, with the leaf in mind first.",
    ),
    say(
      "오월 한 달은 차를 따느라 물레를 쉽니다.",
      "In May the wheel stands still, for the tea is picked.",
    ),
  ],
  lines: [
    {
      name: say("첫물", "First flush"),
      glaze: "porcelain",
      motif: "none",
      made: [
        say(
          "찻빛을 보려고 안팎을 희게 두었습니다.",
          "White inside and out, to show the colour of tea.",
        ),
        say(
          "입술에서 빛이 비칠 만큼 얇게 찼습니다.",
          "Thrown so thin that light comes through at the lip.",
        ),
      ],
      kinds: ["teaCup", "teapot", "smallTeapot", "sharing", "teaJar", "tray"],
    },
    {
      name: say("쌍계", "Ssanggye"),
      glaze: "buncheong",
      motif: "sweep",
      made: [
        say(
          "백토를 한 번 쓸고 다시 손대지 않았습니다.",
          "Swept once with white slip, and not touched again.",
        ),
        say("귀얄 자국이 물살처럼 한쪽으로 흐릅니다.", "The strokes run one way, like a stream."),
      ],
      kinds: ["teaBowl", "teaCup", "sharing", "makgeolli", "liquor", "rice", "soup", "side"],
    },
    {
      name: say("작설", "Sparrow's tongue"),
      glaze: "ash",
      motif: "grass",
      made: [
        say(
          "찻잎을 닮은 짧은 획을 흩어 그렸습니다.",
          "Short strokes like tea leaves, scattered over it.",
        ),
        say(
          "어린 잎처럼 붓끝을 뾰족하게 뺐습니다.",
          "Each stroke ends in a point, like a young leaf.",
        ),
      ],
      kinds: ["teaCup", "mug", "sidePlate", "sweets", "teaJar", "incense", "box"],
    },
    {
      name: say("섬진", "Seomjin River"),
      glaze: "celadon",
      motif: "none",
      made: [
        say(
          "강물처럼 흐린 녹색이 나도록 철을 조금 더했습니다.",
          "A little more iron gives the clouded green of the river.",
        ),
        say("얼음이 풀린 물빛이라고들 합니다.", "People call it the colour of water after ice."),
      ],
      kinds: ["smallTeapot", "teaBowl", "water", "footed", "bud", "smallMoon", "tall"],
    },
    {
      name: say("재첩", "River clam"),
      glaze: "matte",
      motif: "petals",
      made: [
        say(
          "조개처럼 얕은 골을 둥글게 눌렀습니다.",
          "Shallow flutes pressed round it, like a clam.",
        ),
        say("골이 모이는 가운데를 비워 두었습니다.", "The middle, where they meet, is left empty."),
      ],
      kinds: ["sauce", "fruit", "soup", "dinner", "square", "ringDish"],
    },
  ],
};
