import { type Kind, say } from "./kind.ts";

export const drinkingCups = {
  water: {
    form: "tumbler",
    category: "drinking-cups",
    code: "WC",
    noun: say("물잔", "water cup"),
    widths: [76, 88],
    ratio: 1.12,
    wall: 2.8,
    price: 25_000,
    choice: ["count", "glaze"],
    first: "level",
    uses: [
      say(
        "찬물 {ml}를 따르면 겉에 이슬이 맺힙니다.",
        "Filled with {ml} of cold water it gathers dew.",
      ),
      say(
        "얼음 세 덩이를 넣고도 마실 자리가 넉넉합니다.",
        "Three lumps of ice leave plenty of room.",
      ),
      say("식탁마다 하나씩 놓는 물잔, 높이는 {h}입니다.", "A water cup for each place; {h} tall."),
    ],
    shapes: [
      say(
        "아래가 좁아 쥐기 좋고 위가 넓어 씻기 좋습니다.",
        "Narrow below to hold, wide above to wash.",
      ),
      say("두 점까지는 포개어 둘 수 있습니다.", "They stack in twos."),
    ],
  },
  beer: {
    form: "tumbler",
    category: "drinking-cups",
    code: "BC",
    noun: say("맥주잔", "beer cup"),
    widths: [80, 90],
    ratio: 1.45,
    wall: 3,
    price: 32_000,
    choice: ["count"],
    first: "level",
    uses: [
      say("안쪽의 거친 결이 거품을 곱게 세웁니다.", "Its slightly rough inside makes a fine head."),
      say("작은 캔 하나가 거품까지 들어가는 {ml}입니다.", "{ml}: a small can with its foam."),
      say(
        "냉동실에 십 분 두었다 꺼내면 오래 찹니다.",
        "Ten minutes in the freezer keep it cold for long.",
      ),
    ],
    shapes: [
      say("높이 {h}, 손이 큰 사람도 편히 쥡니다.", "{h} tall, comfortable even for large hands."),
      say("입술이 얇아 첫 모금이 부드럽습니다.", "The lip is thin, and the first sip soft."),
    ],
  },
  soju: {
    form: "tumbler",
    category: "drinking-cups",
    code: "SC",
    noun: say("소주잔", "soju cup"),
    widths: [48, 56],
    ratio: 1.02,
    wall: 2.6,
    price: 15_000,
    choice: ["count"],
    first: "level",
    uses: [
      say("한 모금 반, {ml}를 담는 소주잔입니다.", "A sip and a half: {ml} of soju."),
      say("넷이 둘러앉으면 네 점이 있어야 합니다.", "Four people need four of them."),
      say("찬 술을 따르면 손끝으로 온기를 보태게 됩니다.", "Cold liquor warms at the fingertips."),
    ],
    shapes: [
      say("바닥이 도톰해 내려놓는 소리가 낮습니다.", "Its thick floor meets the table quietly."),
      say(
        "작아도 굽을 따로 깎아 손에 걸리는 자리가 있습니다.",
        "Small as it is, it has a trimmed foot to hold by.",
      ),
    ],
  },
  makgeolli: {
    form: "sabal",
    category: "drinking-cups",
    code: "MK",
    noun: say("막걸리 사발", "makgeolli bowl"),
    widths: [118, 134],
    ratio: 0.44,
    wall: 3.2,
    price: 26_000,
    choice: ["count"],
    first: "level",
    uses: [
      say(
        "막걸리 {ml}를 따라 두 손으로 듭니다.",
        "It takes {ml} of makgeolli and is lifted with both hands.",
      ),
      say(
        "가라앉은 술을 흔들어 마시기 좋게 벽이 벌어졌습니다.",
        "Flared, to swirl up what has settled.",
      ),
      say("술이 없는 날은 물김치를 담습니다.", "On other days it holds watery kimchi."),
    ],
    shapes: [
      say(
        "입술을 도톰하게 남겨 시골 사발의 느낌을 살렸습니다.",
        "The lip is left thick, as on a country bowl.",
      ),
      say(
        "굽에 손가락을 걸면 한 손으로도 듭니다.",
        "With a finger at the foot, one hand is enough.",
      ),
    ],
  },
  stem: {
    form: "stem-cup",
    category: "drinking-cups",
    code: "ST",
    noun: say("굽잔", "stem cup"),
    widths: [70, 82],
    ratio: 1.22,
    wall: 2.8,
    price: 38_000,
    choice: ["count"],
    first: "level",
    uses: [
      say(
        "약주나 포도주를 {ml}까지 따르는 굽 높은 잔입니다.",
        "A cup on a stem for rice wine or grape wine, {ml} of it.",
      ),
      say(
        "잔칫날 건배할 때 부딪히는 소리가 둥급니다.",
        "They meet with a round sound on a feast day.",
      ),
      say(
        "굽을 잡으면 손의 온기가 술에 닿지 않습니다.",
        "Held by the stem, it keeps the warmth of the hand away.",
      ),
    ],
    shapes: [
      say(
        "잔과 굽을 따로 차서 젖었을 때 이었습니다.",
        "Cup and stem are thrown apart and joined wet.",
      ),
      say(
        "굽 속을 비워 보기보다 가볍습니다.",
        "The stem is hollow, and it is lighter than it looks.",
      ),
    ],
  },
} satisfies Record<string, Kind>;
