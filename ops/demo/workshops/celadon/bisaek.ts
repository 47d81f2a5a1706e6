import { say } from "../../kinds/kind.ts";
import { makers } from "../../products/makers.ts";
import type { Workshop } from "../workshop.ts";

export const bisaek: Workshop = {
  code: "BSK",
  slug: "bisaek",
  maker: makers.bisaek,
  region: "gangjin",
  level: 1.25,
  kiln: "gas",
  voices: [
    say(
      "강진 칠량 앞바다의 물빛을 닮을 때까지 같은 유약을 스무 해 고쳤습니다.",
      "The same glaze has been adjusted for twenty years, towards the water off Chillyang.",
    ),
    say(
      "비색은 두껍게 입힐수록 깊어지지만, 얇은 곳이 있어야 맑습니다.",
      "The colour deepens with thickness, but needs thin places to stay clear.",
    ),
    say(
      "가마는 한 달에 두 번, 흐린 날에만 땝니다.",
      "The kiln is fired twice a month, and only on cloudy days.",
    ),
  ],
  lines: [
    {
      name: say("비색", "Bisaek celadon"),
      glaze: "celadon",
      motif: "none",
      made: [
        say(
          "비색 유약을 세 번 입혀 안쪽이 한 톤 더 짙습니다.",
          "Dipped three times, so that the inside is a shade deeper.",
        ),
        say("물레로 얇게 차고 이틀을 말려 깎았습니다.", "Thrown thin, left two days and trimmed."),
      ],
      kinds: ["rice", "soup", "side", "sauce", "sidePlate", "teaCup", "water", "soju", "footed"],
    },
    {
      name: say("국화 상감", "Chrysanthemum inlay"),
      glaze: "celadon",
      motif: "inlay",
      made: [
        say(
          "국화를 파낸 자리에 흰 흙을 메우고 마른 뒤 긁어냈습니다.",
          "Chrysanthemums are carved, filled with white clay and scraped clean when dry.",
        ),
        say(
          "꽃은 희고 줄기는 검게, 두 가지 흙을 상감했습니다.",
          "Two clays are inlaid: white for the flowers, black for the stems.",
        ),
      ],
      kinds: ["teapot", "teaJar", "box", "maebyeong", "liquor", "longNeck", "sweets"],
    },
    {
      name: say("연꽃", "Lotus"),
      glaze: "celadon",
      motif: "petals",
      made: [
        say(
          "연꽃잎 열세 장을 대나무 칼로 새겼습니다.",
          "Thirteen lotus petals are cut with a bamboo knife.",
        ),
        say(
          "새긴 골마다 유약이 고여 잎맥이 저절로 짙어집니다.",
          "Glaze gathers in every cut and draws the veins by itself.",
        ),
      ],
      kinds: ["teaCup", "teaBowl", "soup", "lidded", "bud", "fruit", "incense"],
    },
    {
      name: say("이슬", "Dew"),
      glaze: "celadon",
      motif: "stamped",
      made: [
        say(
          "작은 꽃도장을 젖은 흙에 찍고 흰 흙을 채웠습니다.",
          "Small flowers are stamped in the wet clay and filled with white.",
        ),
        say(
          "도장 자국이 이슬처럼 줄을 지어 돕니다.",
          "The stamped marks go round in rows like dew.",
        ),
      ],
      kinds: ["side", "sauce", "soju", "sidePlate", "mug", "sharing", "kimchi"],
    },
    {
      name: say("둥근 청자", "Round celadon"),
      glaze: "celadon",
      motif: "none",
      made: [
        say(
          "모난 데 없이 손바닥으로 굴려 선을 다듬었습니다.",
          "Its line is rolled smooth under the palm, with no edge left.",
        ),
        say(
          "환원 불을 오래 끌어 푸른빛이 고릅니다.",
          "A long reduction firing gives it an even green.",
        ),
      ],
      kinds: ["smallTeapot", "pitcher", "smallMoon", "tall", "openJar", "gourd", "tray"],
    },
  ],
};
