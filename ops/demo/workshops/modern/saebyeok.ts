import { say } from "../../kinds/kind.ts";
import type { Workshop } from "../workshop.ts";

export const saebyeok: Workshop = {
  code: "SBY",
  slug: "saebyeok",
  maker: say("새벽 작업실 · 서울", "Saebyeok Atelier, Seoul"),
  region: "seoul",
  level: 1.15,
  kiln: "electric",
  voices: [
    say(
      "성북동 지하 작업실에서 밤에만 일합니다.",
      "A basement studio in Seongbuk-dong, and only at night.",
    ),
    say(
      "그릇 밑에 이름 대신 시각을 적습니다.",
      "Instead of a name, the hour is written underneath.",
    ),
  ],
  lines: [
    {
      name: say("새벽", "Daybreak"),
      glaze: "matte",
      motif: "none",
      made: [
        say(
          "푸른 기 도는 흰 유약을 세 번 뿌렸습니다.",
          "Sprayed three times in a white with a touch of blue.",
        ),
        say(
          "빛이 들기 전의 색을 찾았습니다.",
          "The colour is that of a room before the light comes in.",
        ),
      ],
      kinds: ["rice", "soup", "side", "dinner", "sidePlate", "mug", "teaCup", "water"],
    },
    {
      name: say("골목", "Alley"),
      glaze: "matte",
      motif: "stroke",
      made: [
        say("벽에 그은 낙서처럼 한 획을 그었습니다.", "One stroke, as on a wall in an alley."),
        say("획의 자리를 정하지 않고 그립니다.", "Nobody plans where it goes."),
      ],
      kinds: ["mug", "large", "oval", "bud", "tray", "espresso"],
    },
    {
      name: say("첫차", "First bus"),
      glaze: "porcelain",
      motif: "bands",
      made: [
        say(
          "푸른 띠 하나가 첫차의 불빛 같습니다.",
          "One blue ring, like the lights of the first bus.",
        ),
        say(
          "띠의 높이를 그릇마다 똑같이 맞추었습니다.",
          "The ring stands at the same height on every piece.",
        ),
      ],
      kinds: ["espresso", "mug", "bigMug", "beer", "square", "kimchi", "noodle"],
    },
    {
      name: say("옥상", "Rooftop"),
      glaze: "matte",
      motif: "dip",
      made: [
        say("흙빛을 남기고 위만 희게 담갔습니다.", "White above, bare clay below."),
        say("담근 선이 지평선처럼 곧습니다.", "The line is as straight as a horizon."),
      ],
      kinds: ["planter", "smallPlanter", "tall", "espresso", "soju", "teaJar", "incense"],
    },
    {
      name: say("창가", "Window seat"),
      glaze: "porcelain",
      motif: "none",
      made: [
        say(
          "창에 비친 빛을 받으려고 아주 희게 두었습니다.",
          "Kept very white, to catch the light of a window.",
        ),
        say("장식을 모두 덜어 냈습니다.", "Everything that could be left out was."),
      ],
      kinds: ["teapot", "sharing", "milk", "pitcher", "openJar", "smallMoon", "footed"],
    },
  ],
};
