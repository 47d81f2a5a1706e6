import { say } from "../../kinds/kind.ts";
import type { Workshop } from "../workshop.ts";

export const noeul: Workshop = {
  code: "NOL",
  slug: "noeul",
  maker: say("노을 가마 · 순천", "Noeul Kiln, Suncheon"),
  region: "suncheon",
  level: 1.2,
  kiln: "gas",
  voices: [
    say(
      "순천만에 해가 지는 시간에 가마 문을 엽니다.",
      "The kiln is opened when the sun goes down over the bay.",
    ),
    say(
      "붉은 유약은 열 번에 여섯 번 진다는 마음으로 합니다.",
      "With red, one expects to lose six times out of ten.",
    ),
  ],
  lines: [
    {
      name: say("노을", "Sunset"),
      glaze: "jinsa",
      motif: "none",
      made: [
        say("위는 붉고 아래는 어두워 노을이 집니다.", "Red above and dark below, like a sunset."),
        say(
          "구리 유약을 두껍게 입혀 거꾸로 식혔습니다.",
          "A thick copper glaze, cooled upside down.",
        ),
      ],
      kinds: ["teaCup", "teapot", "liquor", "bud", "tall", "smallMoon", "water", "maebyeong"],
    },
    {
      name: say("갈대", "Reeds"),
      glaze: "ash",
      motif: "grass",
      made: [
        say("갈대밭을 붓 세 자루로 나누어 그렸습니다.", "Three brushes have drawn this reed bed."),
        say("재유가 덮여 갈대가 흐릿합니다.", "Ash glaze veils the reeds."),
      ],
      kinds: ["mug", "large", "dinner", "serving", "teaBowl", "tray"],
    },
    {
      name: say("갯벌", "Tidal flat"),
      glaze: "tenmoku",
      motif: "none",
      made: [
        say("철이 많은 흙에 검은 유약을 얇게 입혔습니다.", "A thin black over clay rich in iron."),
        say("물 빠진 갯벌처럼 윤이 낮습니다.", "As low in shine as a flat at ebb tide."),
      ],
      kinds: ["rice", "soup", "noodle", "side", "sauce", "fish", "oval", "kimchi"],
    },
    {
      name: say("불티", "Sparks"),
      glaze: "jinsa",
      motif: "drip",
      made: [
        say("붉은 유약 위로 옅은 유약이 흘렀습니다.", "A pale glaze has run over the red."),
        say("흐른 자리마다 불티처럼 밝습니다.", "Every run glows like a spark."),
      ],
      kinds: ["soju", "stem", "gourd", "openJar", "beer", "smallTeapot"],
    },
    {
      name: say("저녁", "Evening"),
      glaze: "tenmoku",
      motif: "comb",
      made: [
        say(
          "결을 넣은 벽에서 검은 유약이 갈색으로 풀립니다.",
          "On the combed wall the black breaks to brown.",
        ),
        say("등불 아래서 결이 가장 잘 보입니다.", "Its grain shows best under a lamp."),
      ],
      kinds: ["bigMug", "pitcher", "makgeolli", "sidePlate", "teaJar", "box", "incense"],
    },
  ],
};
