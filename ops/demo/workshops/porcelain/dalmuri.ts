import { say } from "../../kinds/kind.ts";
import type { Workshop } from "../workshop.ts";

export const dalmuri: Workshop = {
  code: "DMR",
  slug: "dalmuri",
  maker: say("달무리 · 여주", "Dalmuri, Yeoju"),
  region: "yeoju",
  level: 1.6,
  kiln: "wood",
  voices: [
    say(
      "한 해에 달항아리를 마흔 점 빚어 열 점 남짓 남깁니다.",
      "Of forty moon jars a year, some ten are kept.",
    ),
    say(
      "보름마다 가마를 때는 것은 우연이 아닙니다.",
      "That the kiln is lit at every full moon is no accident.",
    ),
  ],
  lines: [
    {
      name: say("보름", "Full moon"),
      glaze: "porcelain",
      motif: "none",
      made: [
        say(
          "위아래 두 쪽을 따로 차고 반쯤 말랐을 때 맞붙였습니다.",
          "Both halves are thrown apart and joined when half dry.",
        ),
        say("장작 가마에서 스물네 시간을 구웠습니다.", "Twenty-four hours in a wood kiln."),
      ],
      kinds: ["moon", "smallMoon", "openJar", "teaBowl", "rice", "soup"],
    },
    {
      name: say("초승", "New moon"),
      glaze: "porcelain",
      motif: "stroke",
      made: [
        say("쪽빛 한 획을 초승달처럼 그었습니다.", "One stroke of indigo, like a new moon."),
        say(
          "붓을 떼지 않고 한숨에 그은 선입니다.",
          "A line drawn in one breath, the brush never lifted.",
        ),
      ],
      kinds: ["moon", "teaCup", "water", "large", "square", "bud"],
    },
    {
      name: say("달그늘", "Moon shade"),
      glaze: "matte",
      motif: "none",
      made: [
        say(
          "재를 조금 섞은 흰 유약이 그늘처럼 가라앉았습니다.",
          "A white glaze with a little ash, quiet as shade.",
        ),
        say(
          "불이 덜 닿은 쪽에 회색빛이 돕니다.",
          "The side away from the fire has a breath of grey.",
        ),
      ],
      kinds: ["moon", "openJar", "tall", "maebyeong", "serving", "teaJar"],
    },
    {
      name: say("달빛 백자", "Moonlit porcelain"),
      glaze: "porcelain",
      motif: "facets",
      made: [
        say("철사로 벽을 저며 열한 면을 냈습니다.", "Eleven planes are pared with a wire."),
        say(
          "면과 면이 만나는 모서리에 빛이 먼저 앉습니다.",
          "Light settles first where two planes meet.",
        ),
      ],
      kinds: ["lidded", "teaCup", "teapot", "liquor", "box", "stem", "mug"],
    },
    {
      name: say("산 그림자", "Mountain shadow"),
      glaze: "porcelain",
      motif: "mountain",
      made: [
        say(
          "먼 산 세 겹을 묽은 청화로 번지게 그렸습니다.",
          "Three far ranges in thin washes of cobalt.",
        ),
        say(
          "가까운 산일수록 안료를 진하게 썼습니다.",
          "The nearer the range, the stronger the cobalt.",
        ),
      ],
      kinds: ["smallMoon", "noodle", "dinner", "oval", "tray", "sweets", "longNeck"],
    },
  ],
};
