import { say } from "../../kinds/kind.ts";
import type { Workshop } from "../workshop.ts";

export const baram: Workshop = {
  code: "BRM",
  slug: "baram",
  maker: say("바람그릇 · 제주", "Baram, Jeju"),
  region: "jeju",
  level: 1.0,
  kiln: "wood",
  voices: [
    say(
      "제주 흙은 유약을 바르지 않아도 물이 새지 않습니다.",
      "Jeju clay holds water without any glaze.",
    ),
    say(
      "돌가마에서 구워 점마다 불길 자국이 다릅니다.",
      "Fired in a stone kiln; the flame marks each piece its own way.",
    ),
  ],
  lines: [
    {
      name: say("돌담", "Stone wall"),
      glaze: "onggi",
      motif: "none",
      made: [
        say(
          "화산흙을 물에 가라앉혀 고운 것만 썼습니다.",
          "Volcanic clay, settled in water, and only the finest of it.",
        ),
        say(
          "불길이 스친 자리에 노란빛이 앉았습니다.",
          "Yellow settled where the flame brushed past.",
        ),
      ],
      kinds: ["storage", "openJar", "planter", "rice", "soup", "salt", "water"],
    },
    {
      name: say("오름", "Oreum hill"),
      glaze: "ash",
      motif: "mountain",
      made: [
        say("오름 능선을 철화로 낮게 그렸습니다.", "The low line of the hills, in iron."),
        say("능선 위는 비워 하늘로 두었습니다.", "Above the ridge it is left empty for sky."),
      ],
      kinds: ["mug", "teaCup", "dinner", "large", "smallMoon", "tray"],
    },
    {
      name: say("바닷바람", "Sea wind"),
      glaze: "crackle",
      motif: "none",
      made: [
        say("바닷빛 유약에 금이 잘게 들었습니다.", "A sea-coloured glaze, finely crazed."),
        say("소금기를 머금은 바람에 열흘 말렸습니다.", "Dried ten days in salt wind."),
      ],
      kinds: ["fish", "oval", "side", "sauce", "serving", "soju", "sidePlate"],
    },
    {
      name: say("억새밭", "Eulalia field"),
      glaze: "buncheong",
      motif: "grass",
      made: [
        say("억새를 한 방향으로 눕혀 그렸습니다.", "Eulalia, all of it lying one way."),
        say(
          "붓 대신 억새 줄기를 잘라 썼습니다.",
          "Drawn with a cut stalk of it instead of a brush.",
        ),
      ],
      kinds: ["porridge", "bigMug", "teaBowl", "tall", "bud", "fruit"],
    },
    {
      name: say("동백", "Camellia"),
      glaze: "jinsa",
      motif: "none",
      made: [
        say(
          "구리 유약이 붉게 핀 것만 골랐습니다.",
          "Only those whose copper came out red are kept.",
        ),
        say("가마에서 열에 넷만 이 빛이 납니다.", "Four in ten come out in this colour."),
      ],
      kinds: [
        "teaCup",
        "liquor",
        "stem",
        "bud",
        "box",
        "incense",
        "chopstickRest",
        "ringDish",
        "lidded",
      ],
    },
  ],
};
