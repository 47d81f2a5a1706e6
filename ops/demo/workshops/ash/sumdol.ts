import { say } from "../../kinds/kind.ts";
import type { Workshop } from "../workshop.ts";

export const sumdol: Workshop = {
  code: "SMD",
  slug: "sumdol",
  maker: say("숨돌 · 단양", "Sumdol, Danyang"),
  region: "danyang",
  level: 0.95,
  kiln: "gas",
  voices: [
    say(
      "강돌을 주워 모으는 버릇이 그릇 모양이 되었습니다.",
      "A habit of picking up river stones became a way of making pots.",
    ),
    say("모든 그릇의 밑면에 만든 날을 적습니다.", "Every piece bears its date on the underside."),
  ],
  lines: [
    {
      name: say("강돌", "River stone"),
      glaze: "matte",
      motif: "none",
      made: [
        say(
          "물에 닳은 돌처럼 모서리를 손으로 문질러 없앴습니다.",
          "Every edge is rubbed away, as water does with stone.",
        ),
        say(
          "돌가루를 섞은 유약이라 겉이 보송합니다.",
          "Stone dust in the glaze leaves it soft and dry.",
        ),
      ],
      kinds: ["rice", "soup", "side", "sauce", "mug", "teaCup", "spoonRest", "chopstickRest"],
    },
    {
      name: say("자갈", "Pebble"),
      glaze: "ash",
      motif: "none",
      made: [
        say(
          "굵은 모래를 섞어 점이 굵게 돋았습니다.",
          "Coarse sand in the clay has come up as freckles.",
        ),
        say(
          "재유를 얇게 입혀 흙의 점이 다 보입니다.",
          "Under a thin ash glaze every fleck can be seen.",
        ),
      ],
      kinds: ["porridge", "noodle", "dinner", "large", "serving", "planter"],
    },
    {
      name: say("물길", "Watercourse"),
      glaze: "matte",
      motif: "bands",
      made: [
        say("갈색 띠가 물길처럼 안팎을 돕니다.", "A brown ring runs round it like a watercourse."),
        say(
          "띠를 먼저 두르고 유약으로 덮어 가장자리가 흐립니다.",
          "Ringed first and glazed after, so that its edges blur.",
        ),
      ],
      kinds: ["kimchi", "water", "beer", "square", "oval", "bigMug"],
    },
    {
      name: say("벼랑", "Cliff"),
      glaze: "ash",
      motif: "facets",
      made: [
        say(
          "굳은 흙을 칼로 저며 벼랑처럼 면을 세웠습니다.",
          "Stiff clay pared with a knife, in planes like a cliff.",
        ),
        say(
          "모서리에서 재유가 물러나 흙이 드러났습니다.",
          "The ash draws back from every edge and bares the clay.",
        ),
      ],
      kinds: ["tall", "bud", "teaJar", "liquor", "beer", "soju", "smallMoon"],
    },
    {
      name: say("이끼", "Moss"),
      glaze: "moss",
      motif: "drip",
      made: [
        say(
          "녹유를 입 둘레에만 두껍게 입혀 흘렸습니다.",
          "A green glaze, thick at the mouth and left to run.",
        ),
        say("흘러내린 끝마다 유리알이 맺혔습니다.", "Each run ends in a bead of glass."),
      ],
      kinds: ["teaBowl", "openJar", "smallPlanter", "planter", "salt", "storage", "milk"],
    },
  ],
};
