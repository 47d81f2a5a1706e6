import { say } from "../../kinds/kind.ts";
import { makers } from "../../products/makers.ts";
import type { Workshop } from "../workshop.ts";

export const seo: Workshop = {
  code: "SEO",
  slug: "seo",
  maker: makers.seo,
  region: "boseong",
  level: 0.95,
  kiln: "wood",
  voices: [
    say(
      "서씨 집안은 삼대째 같은 물레를 찹니다.",
      "The Seo family has kicked the same wheel for three generations.",
    ),
    say(
      "옹기는 두드려 보아 쇳소리가 나야 내놓습니다.",
      "A jar is sold only if it rings when struck.",
    ),
  ],
  lines: [
    {
      name: say("옹기", "Onggi"),
      glaze: "onggi",
      motif: "none",
      made: [
        say(
          "흙띠를 쌓아 올리고 수레로 두드려 벽을 다졌습니다.",
          "Built from coils and beaten firm with a paddle.",
        ),
        say("잿물을 입혀 붉은 갈색이 깊게 났습니다.", "A lye glaze gives it a deep red brown."),
      ],
      kinds: ["rice", "soup", "kimchi", "side", "salt", "kimchiJar", "porridge", "planter"],
    },
    {
      name: say("물결 옹기", "Wave onggi"),
      glaze: "onggi",
      motif: "wave",
      made: [
        say(
          "젖은 잿물에 손가락으로 물결을 그렸습니다.",
          "A finger has drawn a wave through the wet glaze.",
        ),
        say("물결은 한 바퀴를 돌아 처음과 만납니다.", "The wave goes once round and meets itself."),
      ],
      kinds: ["storage", "kimchiJar", "openJar", "planter", "water", "mug", "noodle"],
    },
    {
      name: say("보릿대", "Barley straw"),
      glaze: "onggi",
      motif: "comb",
      made: [
        say("보릿대를 묶어 벽을 긁었습니다.", "Raked with a bundle of barley straw."),
        say("긁힌 자리는 미끄럽지 않아 젖은 손에 좋습니다.", "It does not slip from wet hands."),
      ],
      kinds: ["mixing", "serving", "smallPlanter", "mug", "makgeolli", "bigMug"],
    },
    {
      name: say("장독대", "Jar stand"),
      glaze: "onggi",
      motif: "bands",
      made: [
        say(
          "어깨에 띠를 둘러 장독대에 두어도 눈에 띕니다.",
          "Ringed at the shoulder, and easily told among other jars.",
        ),
        say(
          "띠 위아래로 잿물을 다르게 입혔습니다.",
          "Glazed differently above the ring and below.",
        ),
      ],
      kinds: ["storage", "kimchiJar", "salt", "teaJar", "liquor", "beer"],
    },
    {
      name: say("뚝배기빛", "Hearth brown"),
      glaze: "tenmoku",
      motif: "none",
      made: [
        say("연기를 먹여 검은 갈색으로 구웠습니다.", "Smoked in the firing to a brown near black."),
        say(
          "불에 강한 흙이라 따뜻한 음식을 오래 지킵니다.",
          "A clay that stands fire and keeps food warm.",
        ),
      ],
      kinds: ["porridge", "soup", "noodle", "dinner", "oval", "sauce", "sidePlate", "pancake"],
    },
  ],
};
