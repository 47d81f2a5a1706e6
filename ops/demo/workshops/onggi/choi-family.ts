import { say } from "../../kinds/kind.ts";
import type { Workshop } from "../workshop.ts";

export const choiFamily: Workshop = {
  code: "CHO",
  slug: "choi-family",
  maker: say("옹기 최씨네 · 울주", "Choi Family Onggi, Ulju"),
  region: "ulju",
  level: 0.9,
  kiln: "wood",
  voices: [
    say("외고산 옹기 마을에서 사십 년째입니다.", "Forty years in the onggi village of Oegosan."),
    say(
      "큰 독은 두 사람이 맞잡고 들어 가마에 넣습니다.",
      "The large jars go into the kiln between two people.",
    ),
  ],
  lines: [
    {
      name: say("외고산", "Oegosan"),
      glaze: "onggi",
      motif: "none",
      made: [
        say(
          "물레를 밟으며 흙띠를 세 번 감아 올렸습니다.",
          "Three coils, raised while the wheel is kicked.",
        ),
        say("천백팔십 도에서 사흘을 구웠습니다.", "Three days at 1,180 degrees."),
      ],
      kinds: ["storage", "kimchiJar", "salt", "planter", "openJar", "mixing"],
    },
    {
      name: say("꽃소금", "Salt flower"),
      glaze: "onggi",
      motif: "stamped",
      made: [
        say("도장을 눌러 흰 꽃을 띄웠습니다.", "White flowers are stamped into the brown."),
        say("도장 자리에 백토를 문질러 넣었습니다.", "White slip is rubbed into the stamps."),
      ],
      kinds: ["salt", "teaJar", "box", "side", "sauce", "rice", "mug"],
    },
    {
      name: say("검은 옹기", "Black onggi"),
      glaze: "tenmoku",
      motif: "none",
      made: [
        say(
          "솔가지 연기를 가두어 속까지 검게 구웠습니다.",
          "Pine smoke, shut in with it, has blackened it through.",
        ),
        say("유약 없이 돌로 문질러 윤을 냈습니다.", "Polished with a stone rather than glazed."),
      ],
      kinds: ["serving", "noodle", "dinner", "fish", "pancake", "makgeolli", "planter"],
    },
    {
      name: say("파도", "Breakers"),
      glaze: "onggi",
      motif: "wave",
      made: [
        say(
          "손등으로 잿물을 훑어 파도를 냈습니다.",
          "Waves wiped through the glaze with the back of the hand.",
        ),
        say("동해를 보고 자란 손버릇입니다.", "The habit of a hand that grew up by the East Sea."),
      ],
      kinds: ["storage", "kimchiJar", "planter", "liquor", "beer", "water", "smallPlanter"],
    },
    {
      name: say("누룩", "Nuruk"),
      glaze: "ash",
      motif: "none",
      made: [
        say("누룩빛 재유를 고루 입혔습니다.", "An ash glaze the brown of nuruk, laid on evenly."),
        say("술이 익는 동안 숨을 쉬는 그릇입니다.", "It breathes while rice wine ripens."),
      ],
      kinds: ["liquor", "gourd", "makgeolli", "soju", "pitcher", "stem", "soup", "kimchi"],
    },
  ],
};
