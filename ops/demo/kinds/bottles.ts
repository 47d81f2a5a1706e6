import { type Kind, say } from "./kind.ts";

export const bottles = {
  liquor: {
    form: "bottle",
    category: "bottles",
    code: "LB",
    noun: say("술병", "liquor bottle"),
    widths: [96, 120],
    ratio: 1.94,
    wall: 3.8,
    price: 96_000,
    choice: ["size"],
    first: "level",
    uses: [
      say("약주 {ml}를 담아 상에 냅니다.", "Brings {ml} of rice wine to the table."),
      say(
        "겨울에는 통째로 중탕해 데운 술을 따릅니다.",
        "In winter the whole bottle is warmed in water.",
      ),
      say("술이 비면 꽃 한 가지를 꽂아 둡니다.", "When the liquor is gone it takes a branch."),
    ],
    shapes: [
      say("목을 쥐면 엄지와 검지가 편히 만납니다.", "Thumb and finger meet around its neck."),
      say(
        "입을 나팔처럼 벌려 따르는 소리가 맑습니다.",
        "The mouth flares, and pours with a clear sound.",
      ),
    ],
  },
  longNeck: {
    form: "long-neck-bottle",
    category: "bottles",
    code: "LN",
    noun: say("목 긴 병", "long-necked bottle"),
    widths: [116, 146],
    ratio: 1.86,
    wall: 4,
    price: 150_000,
    choice: [],
    single: true,
    dry: true,
    first: "level",
    uses: [
      say("높이 {h}, 절반이 목인 병입니다.", "{h} tall, and half of it neck."),
      say("긴 목을 따라 빛이 한 줄로 섭니다.", "Light stands in one line along its neck."),
      say(
        "버들이나 조팝 한 줄기를 늘어뜨리기 좋습니다.",
        "For a stem of willow or spirea to bend from.",
      ),
    ],
    shapes: [
      say(
        "목과 몸을 따로 차서 이은 뒤 이음매를 지웠습니다.",
        "Neck and body are thrown apart, joined and smoothed.",
      ),
      say(
        "구울 때 목이 기울기 쉬워 열에 셋만 곧게 나옵니다.",
        "Such necks lean in the fire: three in ten come out straight.",
      ),
    ],
  },
  gourd: {
    form: "gourd-bottle",
    category: "bottles",
    code: "GB",
    noun: say("조롱박 병", "gourd bottle"),
    widths: [104, 132],
    ratio: 1.7,
    wall: 3.8,
    price: 138_000,
    choice: [],
    single: true,
    first: "level",
    uses: [
      say(
        "허리를 쥐고 따르는 {ml}들이 조롱박 병입니다.",
        "A gourd of {ml}, held by the waist to pour.",
      ),
      say(
        "말린 박에 술을 담던 때의 모양을 옮겼습니다.",
        "The shape of the dried gourds that once held liquor.",
      ),
      say(
        "안주상 끝에 두면 모두가 한 번씩 만져 봅니다.",
        "At the end of a table, everyone ends up touching it.",
      ),
    ],
    shapes: [
      say(
        "둥근 두 몸을 따로 차서 허리에서 이었습니다.",
        "Its two rounds are thrown apart and joined at the waist.",
      ),
      say(
        "위쪽을 조금 작게 두어 선 모습이 의젓합니다.",
        "The upper round is kept smaller, and it stands with dignity.",
      ),
    ],
  },
} satisfies Record<string, Kind>;
