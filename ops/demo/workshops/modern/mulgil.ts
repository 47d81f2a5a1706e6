import { say } from "../../kinds/kind.ts";
import type { Workshop } from "../workshop.ts";

export const mulgil: Workshop = {
  code: "TYG",
  slug: "mulgil",
  maker: say("물길 도예 · 통영", "Mulgil Pottery, Tongyeong"),
  region: "tongyeong",
  level: 0.95,
  kiln: "gas",
  voices: [
    say(
      "통영 강구안이 내려다보이는 언덕에서 빚습니다.",
      "Made on the hill above Tongyeong harbour.",
    ),
    say("굴 껍데기 재가 떨어지는 날이 없습니다.", "There is always oyster-shell ash to hand."),
  ],
  lines: [
    {
      name: say("한려", "Hallyeo"),
      glaze: "crackle",
      motif: "bands",
      made: [
        say(
          "옅은 물빛 위에 먹빛 띠를 둘렀습니다.",
          "A ring of ink over the colour of shallow water.",
        ),
        say("띠를 가로질러 금이 지나갑니다.", "The crackle runs straight across the ring."),
      ],
      kinds: ["rice", "soup", "side", "dinner", "mug", "water", "fish", "oval"],
    },
    {
      name: say("굴껍데기", "Oyster shell"),
      glaze: "matte",
      motif: "comb",
      made: [
        say(
          "껍데기 결처럼 거칠게 긁고 흰 유약을 덮었습니다.",
          "Raked like a shell and covered in white.",
        ),
        say("결의 골에는 재가 녹아 회색이 돕니다.", "Ash has melted grey in the grooves."),
      ],
      kinds: ["noodle", "kimchi", "sauce", "sidePlate", "planter", "bud", "makgeolli"],
    },
    {
      name: say("섬", "Islands"),
      glaze: "porcelain",
      motif: "mountain",
      made: [
        say(
          "겹겹이 앉은 섬을 옅은 청화로 그렸습니다.",
          "Islands one behind the other, in pale cobalt.",
        ),
        say("물안개 낀 날의 농담입니다.", "The tones are those of a misty day."),
      ],
      kinds: ["large", "teapot", "teaCup", "smallMoon", "tray", "liquor", "lidded"],
    },
    {
      name: say("나전", "Mother-of-pearl"),
      glaze: "tenmoku",
      motif: "inlay",
      made: [
        say(
          "검은 바탕에 밝은 흙을 상감해 자개처럼 보입니다.",
          "Pale clay inlaid in black, like mother-of-pearl.",
        ),
        say(
          "꽃 하나를 파고 메우는 데 한 시간이 듭니다.",
          "Each flower takes an hour to cut and fill.",
        ),
      ],
      kinds: ["box", "sweets", "teaJar", "soju", "stem", "tall", "incense"],
    },
    {
      name: say("뱃고동", "Ship's horn"),
      glaze: "cobalt",
      motif: "none",
      made: [
        say("항구의 밤물 같은 쪽빛을 입혔습니다.", "The indigo of a harbour at night."),
        say("유약이 굽 위에서 도톰하게 멈추었습니다.", "The glaze stops thick above the foot."),
      ],
      kinds: ["serving", "bigMug", "beer", "square", "spoonRest", "chopstickRest", "pitcher"],
    },
  ],
};
