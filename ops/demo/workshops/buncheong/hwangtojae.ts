import { say } from "../../kinds/kind.ts";
import type { Workshop } from "../workshop.ts";

export const hwangtojae: Workshop = {
  code: "HTJ",
  slug: "hwangtojae",
  maker: say("황토재 · 청주", "Hwangtojae, Cheongju"),
  region: "cheongju",
  level: 0.85,
  kiln: "gas",
  voices: [
    say(
      "화분을 먼저 빚었고 밥그릇은 나중이었습니다.",
      "Planters came first here, and rice bowls later.",
    ),
    say(
      "흙은 뒷산 황토에 도자기 흙을 반씩 섞습니다.",
      "Half the clay is red earth from the hill behind.",
    ),
  ],
  lines: [
    {
      name: say("황토", "Red earth"),
      glaze: "onggi",
      motif: "none",
      made: [
        say(
          "황토가 많은 흙이라 손에 닿는 느낌이 따뜻합니다.",
          "So much red earth in the clay makes it warm to hold.",
        ),
        say("안팎을 맨흙에 가깝게 두어 물기를 먹습니다.", "Left close to bare, it takes up damp."),
      ],
      kinds: ["planter", "smallPlanter", "salt", "storage", "mixing", "kimchi"],
    },
    {
      name: say("밭고랑", "Furrow"),
      glaze: "onggi",
      motif: "comb",
      made: [
        say("갈퀴로 밭고랑 같은 줄을 그었습니다.", "A small rake has drawn furrows round it."),
        say("고랑에 잿물이 고여 줄이 검습니다.", "Lye glaze lies dark in the furrows."),
      ],
      kinds: ["planter", "smallPlanter", "noodle", "mug", "water", "openJar"],
    },
    {
      name: say("분칠", "Whitewash"),
      glaze: "buncheong",
      motif: "sweep",
      made: [
        say("묽은 백토를 붓으로 두 번 발랐습니다.", "Thin slip, brushed on twice."),
        say("바탕의 붉은빛이 분 아래로 비칩니다.", "The red of the clay comes through the white."),
      ],
      kinds: ["rice", "soup", "side", "sidePlate", "planter", "tall", "makgeolli"],
    },
    {
      name: say("텃밭", "Kitchen garden"),
      glaze: "moss",
      motif: "none",
      made: [
        say(
          "녹유를 입혀 채소 빛이 곱게 섞입니다.",
          "A green glaze that sits well with vegetables.",
        ),
        say(
          "가장자리에서 유약이 얇아져 흙빛 테가 생겼습니다.",
          "The glaze thins at the edge to a rim of clay.",
        ),
      ],
      kinds: ["serving", "dinner", "oval", "sauce", "kimchi", "fruit", "smallPlanter"],
    },
    {
      name: say("이삭", "Ear of grain"),
      glaze: "buncheong",
      motif: "grass",
      made: [
        say("벼 이삭처럼 고개 숙인 풀을 그렸습니다.", "Grass that bows its head like rice."),
        say(
          "철화 물감에 흙을 섞어 붓질이 도톰합니다.",
          "Clay in the iron pigment makes the strokes stand up.",
        ),
      ],
      kinds: ["lidded", "child", "porridge", "teaJar", "bud", "mug", "spoonRest", "chopstickRest"],
    },
  ],
};
