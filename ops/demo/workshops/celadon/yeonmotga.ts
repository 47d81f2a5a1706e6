import { say } from "../../kinds/kind.ts";
import type { Workshop } from "../workshop.ts";

export const yeonmotga: Workshop = {
  code: "YMT",
  slug: "yeonmotga",
  maker: say("연못가 · 익산", "Yeonmotga, Iksan"),
  region: "iksan",
  level: 1.05,
  kiln: "gas",
  voices: [
    say(
      "작업실 앞 연못이 얼면 그해 일을 마칩니다.",
      "When the pond outside freezes, the year's work is done.",
    ),
    say(
      "연잎이 물을 굴리듯 유약이 물을 굴립니다.",
      "The glaze sheds water the way a lotus leaf does.",
    ),
  ],
  lines: [
    {
      name: say("연잎", "Lotus leaf"),
      glaze: "celadon",
      motif: "petals",
      made: [
        say(
          "꽃잎을 음각으로 새기고 가장자리를 다시 깎아 세웠습니다.",
          "The petals are cut and their edges pared to stand out.",
        ),
        say(
          "잎끝마다 유약이 얇아져 밝은 선이 생겼습니다.",
          "At each tip the glaze thins to a light line.",
        ),
      ],
      kinds: ["rice", "soup", "lidded", "teaCup", "water", "dinner", "sidePlate"],
    },
    {
      name: say("여름 못", "Summer pond"),
      glaze: "moss",
      motif: "none",
      made: [
        say(
          "재를 넉넉히 섞은 녹유라 고인 곳이 못물처럼 깊습니다.",
          "A green glaze rich in ash, deep as a pond where it gathers.",
        ),
        say(
          "산화와 환원을 번갈아 때어 이끼빛이 났습니다.",
          "Oxidation and reduction by turns brought out the moss green.",
        ),
      ],
      kinds: ["serving", "noodle", "large", "mug", "bigMug", "oval", "planter"],
    },
    {
      name: say("청개구리", "Tree frog"),
      glaze: "celadon",
      motif: "dip",
      made: [
        say(
          "맑은 청자 유약 위에 한 번 더 담갔다가 손을 놓았습니다.",
          "Dipped once more over a clear celadon, and let go.",
        ),
        say(
          "두 유약이 만나는 선이 점마다 다릅니다.",
          "The line where two glazes meet differs on each.",
        ),
      ],
      kinds: ["child", "mug", "side", "sauce", "smallPlanter", "teaJar", "soju"],
    },
    {
      name: say("고운 청자", "Fine celadon"),
      glaze: "celadon",
      motif: "none",
      made: [
        say(
          "흙을 세 번 걸러 손톱이 걸리지 않게 고왔습니다.",
          "The clay is sieved three times, too fine for a nail to catch.",
        ),
        say(
          "낮은 불에서 오래 구워 빛이 부드럽습니다.",
          "A long, low firing keeps the colour soft.",
        ),
      ],
      kinds: ["fruit", "square", "fish", "sweets", "sharing", "milk"],
    },
    {
      name: say("새벽 연못", "Pond at dawn"),
      glaze: "crackle",
      motif: "none",
      made: [
        say(
          "옅은 하늘빛 유약에 굵은 금과 잔금이 함께 들었습니다.",
          "Wide and fine lines share a pale blue glaze.",
        ),
        say(
          "먹물을 한 번 먹여 금을 도드라지게 했습니다.",
          "One rub of ink has brought out the lines.",
        ),
      ],
      kinds: [
        "teaBowl",
        "bud",
        "tall",
        "openJar",
        "smallMoon",
        "incense",
        "spoonRest",
        "chopstickRest",
      ],
    },
  ],
};
