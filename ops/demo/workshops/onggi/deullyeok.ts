import { say } from "../../kinds/kind.ts";
import type { Workshop } from "../workshop.ts";

export const deullyeok: Workshop = {
  code: "DNK",
  slug: "deullyeok",
  maker: say("들녘 · 괴산", "Deullyeok, Goesan"),
  region: "goesan",
  level: 0.8,
  kiln: "gas",
  voices: [
    say("농사와 물레를 반반씩 합니다.", "Half of the year is farming, half of it the wheel."),
    say(
      "값을 올리지 않으려고 택배 상자도 주워 씁니다.",
      "To keep prices down, even the boxes are used twice.",
    ),
  ],
  lines: [
    {
      name: say("들밥", "Field lunch"),
      glaze: "onggi",
      motif: "none",
      made: [
        say(
          "밭에 이고 나가던 그릇처럼 튼튼하게 두었습니다.",
          "Sturdy, like the bowls once carried out to the fields.",
        ),
        say("입술을 두껍게 말아 이가 나가지 않습니다.", "A thick rolled lip that does not chip."),
      ],
      kinds: ["rice", "soup", "mixing", "makgeolli", "kimchi", "side", "noodle", "sidePlate"],
    },
    {
      name: say("모내기", "Rice planting"),
      glaze: "moss",
      motif: "none",
      made: [
        say(
          "모판 같은 풀빛이 나도록 구리를 조금 넣었습니다.",
          "A little copper gives the green of rice seedlings.",
        ),
        say("유약을 부어 입혀 흐른 자국이 있습니다.", "Glazed by pouring, and it shows."),
      ],
      kinds: ["dinner", "serving", "water", "mug", "smallPlanter", "planter", "fruit"],
    },
    {
      name: say("새참", "Afternoon meal"),
      glaze: "ash",
      motif: "dip",
      made: [
        say(
          "반만 유약에 담가 손에 잡히는 자리를 남겼습니다.",
          "Half dipped, with bare clay left for the hand.",
        ),
        say("흙과 유약의 경계가 비스듬합니다.", "The line between clay and glaze runs aslant."),
      ],
      kinds: ["porridge", "bigMug", "teaJar", "beer", "pitcher", "salt"],
    },
    {
      name: say("고추장", "Gochujang"),
      glaze: "onggi",
      motif: "bands",
      made: [
        say(
          "검은 띠를 두 줄 둘러 장 단지임을 알립니다.",
          "Two dark rings say that this is for paste.",
        ),
        say("뚜껑에도 같은 띠를 둘렀습니다.", "The lid has the same rings."),
      ],
      kinds: ["storage", "kimchiJar", "salt", "sauce", "openJar"],
    },
    {
      name: say("이랑", "Ridge"),
      glaze: "onggi",
      motif: "comb",
      made: [
        say(
          "이랑처럼 굵은 줄을 세로로 냈습니다.",
          "Ridges as broad as a field's, from top to bottom.",
        ),
        say("줄마다 손끝이 쉬어 갑니다.", "A fingertip rests in each."),
      ],
      kinds: ["mug", "water", "planter", "smallPlanter", "tall", "noodle", "oval"],
    },
  ],
};
