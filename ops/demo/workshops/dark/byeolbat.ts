import { say } from "../../kinds/kind.ts";
import type { Workshop } from "../workshop.ts";

export const byeolbat: Workshop = {
  code: "BBT",
  slug: "byeolbat",
  maker: say("별밭 · 영월", "Byeolbat, Yeongwol"),
  region: "yeongwol",
  level: 1.1,
  kiln: "electric",
  voices: [
    say("영월의 밤하늘을 보며 유약을 섞습니다.", "Glazes are mixed here under a very dark sky."),
    say(
      "천문대에서 일하던 사람이 물레 앞에 앉았습니다.",
      "The potter used to work at the observatory.",
    ),
  ],
  lines: [
    {
      name: say("별밤", "Starry night"),
      glaze: "cobalt",
      motif: "stamped",
      made: [
        say("흰 점을 하나씩 찍어 별을 놓았습니다.", "White dots are set one by one, for stars."),
        say("짙은 쪽빛을 두 번 입혀 밤을 만들었습니다.", "Two coats of indigo make the night."),
      ],
      kinds: ["mug", "teaCup", "large", "dinner", "smallMoon", "bud", "tray"],
    },
    {
      name: say("밤하늘", "Night sky"),
      glaze: "cobalt",
      motif: "none",
      made: [
        say(
          "코발트 유약이 가장자리에서 옅어져 새벽처럼 보입니다.",
          "The cobalt thins at the edge like dawn.",
        ),
        say("윤이 깊어 들여다보면 끝이 없습니다.", "So deep a gloss that one sees no end to it."),
      ],
      kinds: ["rice", "soup", "side", "sauce", "sidePlate", "serving", "water", "square"],
    },
    {
      name: say("그믐", "Moonless"),
      glaze: "tenmoku",
      motif: "none",
      made: [
        say("빛을 먹는 검은 유약을 고루 입혔습니다.", "An even black that drinks up light."),
        say("입술의 갈색 테만 가늘게 남겼습니다.", "Only a thin brown line is left at the lip."),
      ],
      kinds: ["teaBowl", "noodle", "bigMug", "liquor", "teapot", "incense"],
    },
    {
      name: say("은하", "Milky Way"),
      glaze: "tenmoku",
      motif: "fur",
      made: [
        say(
          "가느다란 줄이 모여 은하처럼 흐릅니다.",
          "Fine streaks gather and run like the Milky Way.",
        ),
        say(
          "천천히 식혀 줄 사이에 은빛이 돌았습니다.",
          "Cooled slowly, it shows silver between the streaks.",
        ),
      ],
      kinds: ["teaBowl", "teaCup", "stem", "soju", "openJar", "smallTeapot", "tall"],
    },
    {
      name: say("샛별", "Morning star"),
      glaze: "porcelain",
      motif: "stroke",
      made: [
        say("새벽하늘에 별똥이 지나듯 한 획을 그었습니다.", "One stroke, as a star falls at dawn."),
        say("흰 바탕을 넓게 비웠습니다.", "A wide white is left around it."),
      ],
      kinds: ["fruit", "footed", "mug", "child", "oval", "bud", "ringDish", "spoonRest"],
    },
  ],
};
