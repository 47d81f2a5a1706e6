import { say } from "../../kinds/kind.ts";
import { makers } from "../../products/makers.ts";
import type { Workshop } from "../workshop.ts";

export const blackKiln: Workshop = {
  code: "BLK",
  slug: "black-kiln",
  maker: makers.blackKiln,
  region: "icheon",
  level: 1.3,
  kiln: "gas",
  voices: [
    say(
      "철을 얼마나 녹일지는 마지막 십 분에 정해집니다.",
      "How far the iron melts is settled in the last ten minutes.",
    ),
    say("검은 그릇은 음식이 주인이 됩니다.", "On black, the food is the host."),
  ],
  lines: [
    {
      name: say("흑유", "Black glaze"),
      glaze: "tenmoku",
      motif: "none",
      made: [
        say(
          "검은 유약이 입술에서 얇아져 녹슨 빛이 돕니다.",
          "The black thins at the lip and turns rust.",
        ),
        say(
          "철유를 두 번 입히고 천이백육십 도에서 구웠습니다.",
          "Two coats of iron glaze, fired at 1,260 degrees.",
        ),
      ],
      kinds: ["rice", "soup", "dinner", "square", "sauce", "side", "water", "noodle"],
    },
    {
      name: say("토끼털", "Hare's fur"),
      glaze: "tenmoku",
      motif: "fur",
      made: [
        say(
          "녹은 철이 흘러내리며 토끼털 같은 줄을 남겼습니다.",
          "Molten iron ran down and left streaks like a hare's fur.",
        ),
        say(
          "줄이 가늘게 나온 것만 골라 이 이름을 붙입니다.",
          "Only finely streaked ones bear the name.",
        ),
      ],
      kinds: ["teaCup", "smallTeapot", "mug", "stem", "teaJar", "bud", "beer"],
    },
    {
      name: say("밤물", "Night water"),
      glaze: "tenmoku",
      motif: "dip",
      made: [
        say(
          "검은 유약 위에 젖빛 유약을 한 번 더 담갔습니다.",
          "Dipped again in a milky glaze over the black.",
        ),
        say("두 유약 사이에 푸른빛이 어렸습니다.", "Blue has gathered between the two."),
      ],
      kinds: ["teaBowl", "makgeolli", "serving", "large", "openJar", "liquor"],
    },
    {
      name: say("진사", "Copper red"),
      glaze: "jinsa",
      motif: "none",
      made: [
        say(
          "구리가 붉게 피도록 불을 세 번 바꾸었습니다.",
          "The fire is changed three times for the copper to turn red.",
        ),
        say(
          "입술에서 붉은빛이 물러나 살빛이 되었습니다.",
          "At the lip the red draws back to the colour of skin.",
        ),
      ],
      kinds: ["teaCup", "soju", "maebyeong", "longNeck", "bud", "smallMoon", "incense"],
    },
    {
      name: say("숯", "Charcoal"),
      glaze: "tenmoku",
      motif: "facets",
      made: [
        say(
          "면을 깎아 모서리마다 갈색 선이 섰습니다.",
          "Pared in planes, with a brown line on every edge.",
        ),
        say("각진 숯덩이의 느낌을 살렸습니다.", "It keeps the feeling of a lump of charcoal."),
      ],
      kinds: ["mug", "tall", "teapot", "box", "tray", "spoonRest"],
    },
  ],
};
