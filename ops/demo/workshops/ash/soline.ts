import { say } from "../../kinds/kind.ts";
import type { Workshop } from "../workshop.ts";

export const soline: Workshop = {
  code: "SNE",
  slug: "soline",
  maker: say("솔이네 · 울진", "Soline, Uljin"),
  region: "uljin",
  level: 0.9,
  kiln: "wood",
  voices: [
    say("울진 금강송 장작만 씁니다.", "Only red pine from Uljin goes into this kiln."),
    say(
      "딸 이름을 단 공방이라 아이 그릇부터 빚었습니다.",
      "Named after a daughter, it began with children's bowls.",
    ),
  ],
  lines: [
    {
      name: say("솔방울", "Pine cone"),
      glaze: "ash",
      motif: "stamped",
      made: [
        say(
          "솔방울을 굴려 자국을 내고 흰 흙을 채웠습니다.",
          "A pine cone is rolled over it, and its marks filled with white.",
        ),
        say("자국의 깊이가 고르지 않아 손맛이 납니다.", "The marks go in unevenly, as hands do."),
      ],
      kinds: ["rice", "child", "side", "sidePlate", "mug", "teaCup"],
    },
    {
      name: say("바다 안개", "Sea mist"),
      glaze: "crackle",
      motif: "none",
      made: [
        say(
          "동해의 흐린 날 같은 유약에 잔금이 들었습니다.",
          "A glaze like the East Sea on a dull day, finely lined.",
        ),
        say("굴 껍데기를 태워 유약에 넣었습니다.", "Burnt oyster shell goes into the glaze."),
      ],
      kinds: ["soup", "fish", "oval", "sauce", "kimchi", "soju", "serving"],
    },
    {
      name: say("솔이끼", "Hair moss"),
      glaze: "moss",
      motif: "comb",
      made: [
        say(
          "이끼 결처럼 짧은 빗살을 넣었습니다.",
          "Combed in short strokes, like the grain of moss.",
        ),
        say("녹유가 결을 따라 짙고 옅습니다.", "The green runs dark and light with the grain."),
      ],
      kinds: ["noodle", "mixing", "teaBowl", "planter", "bigMug", "tall"],
    },
    {
      name: say("장작", "Firewood"),
      glaze: "ash",
      motif: "drip",
      made: [
        say(
          "장작 재가 날아와 붙은 쪽이 앞입니다.",
          "The side where the fire's ash struck is the front.",
        ),
        say("불에서 사흘, 식는 데 사흘이 걸렸습니다.", "Three days in the fire, three to cool."),
      ],
      kinds: ["liquor", "gourd", "teapot", "openJar", "teaJar", "makgeolli", "water"],
    },
    {
      name: say("아침 볕", "Morning sun"),
      glaze: "matte",
      motif: "none",
      made: [
        say(
          "누런빛 도는 흰 유약을 두껍게 입혔습니다.",
          "Thickly glazed in a white that leans to yellow.",
        ),
        say("볕 드는 창가에 두면 빛이 곱습니다.", "It looks best by a window in the sun."),
      ],
      kinds: [
        "lidded",
        "porridge",
        "dinner",
        "fruit",
        "bud",
        "smallPlanter",
        "spoonRest",
        "smallTeapot",
      ],
    },
  ],
};
