import { type Kind, say } from "./kind.ts";

export const vases = {
  maebyeong: {
    form: "vase",
    category: "vases",
    code: "VS",
    noun: say("매병", "maebyeong vase"),
    widths: [170, 220],
    ratio: 1.48,
    wall: 5,
    price: 320_000,
    choice: [],
    single: true,
    dry: true,
    first: "level",
    uses: [
      say(
        "높이 {h}, 어깨가 둥글고 허리가 잘록한 매병입니다.",
        "A maebyeong, {h} tall: round shoulders over a narrow waist.",
      ),
      say(
        "매화 한 가지를 위해 입을 좁게 내었습니다.",
        "Its mouth is kept small for a single branch of plum.",
      ),
      say(
        "본디 술병이었으나 이제는 바라보는 그릇이 되었습니다.",
        "Once a vessel for liquor, now one to look at.",
      ),
    ],
    shapes: [
      say(
        "어깨에서 굽까지 한 번에 차올려 이음매가 없습니다.",
        "Thrown in one from foot to shoulder, without a seam.",
      ),
      say(
        "뒤로 물러서서 볼 때 선이 가장 고릅니다.",
        "Its line is at its best from across the room.",
      ),
    ],
  },
  bud: {
    form: "bud-vase",
    category: "vases",
    code: "BV",
    noun: say("한 송이 병", "bud vase"),
    widths: [74, 104],
    ratio: 1.3,
    wall: 3.2,
    price: 36_000,
    choice: ["size", "glaze"],
    dry: true,
    first: "level",
    uses: [
      say(
        "꽃 한 송이면 차는 높이 {h}의 작은 병입니다.",
        "A small bottle of {h} that one flower fills.",
      ),
      say(
        "들에서 꺾어 온 풀 한 줄기도 기대어 섭니다.",
        "Even a single blade from a field will stand in it.",
      ),
      say(
        "셋을 높이 다르게 모아 두면 꽃집이 따로 없습니다.",
        "Three together at different heights need no florist.",
      ),
    ],
    shapes: [
      say("목이 좁아 줄기가 눕지 않습니다.", "The narrow neck keeps a stem upright."),
      say("물 {ml}면 사흘을 갑니다.", "{ml} of water last three days."),
    ],
  },
  tall: {
    form: "cylinder-vase",
    category: "vases",
    code: "TV",
    noun: say("긴 꽃병", "tall vase"),
    widths: [96, 128],
    ratio: 1.95,
    wall: 4.4,
    price: 92_000,
    choice: ["size"],
    dry: true,
    first: "level",
    uses: [
      say(
        "가지째 꺾은 꽃을 세우는 높이 {h}의 꽃병입니다.",
        "{h} tall, for flowers cut with their branch.",
      ),
      say(
        "갈대나 마른 꽃을 꽂아 현관에 두기 좋습니다.",
        "Good for reeds or dried flowers by the door.",
      ),
      say(
        "부엌에서는 나무 주걱과 국자를 꽂아 씁니다.",
        "In a kitchen it holds ladles and wooden spoons.",
      ),
    ],
    shapes: [
      say(
        "벽에 물레 자국을 남겨 손에 미끄럽지 않습니다.",
        "The throwing rings are left on, and it does not slip.",
      ),
      say(
        "{g}으로 무게가 있어 큰 가지에도 넘어가지 않습니다.",
        "At {g} it stands under a large branch.",
      ),
    ],
  },
  openJar: {
    form: "open-jar",
    category: "vases",
    code: "OJ",
    noun: say("너른 항아리", "wide-mouthed jar"),
    widths: [180, 236],
    ratio: 0.78,
    wall: 5,
    price: 134_000,
    choice: [],
    dry: true,
    first: "level",
    uses: [
      say(
        "수국 세 송이를 머리만 잘라 띄우는 너른 항아리입니다.",
        "A wide jar for three hydrangea heads.",
      ),
      say(
        "입이 넓어 꽃을 한 아름 그냥 넣어도 모양이 납니다.",
        "The wide mouth takes an armful of flowers as it comes.",
      ),
      say(
        "과일이나 실뭉치를 담아 마루에 두는 집도 있습니다.",
        "Some keep fruit in it, or balls of wool.",
      ),
    ],
    shapes: [
      say(
        "어깨를 둥글게 밀어내고 입을 다시 세웠습니다.",
        "The shoulder is pushed out and the mouth raised again.",
      ),
      say(
        "지름 {d}, 상 가운데 놓아도 맞은편이 보입니다.",
        "At {d} across it does not hide who sits opposite.",
      ),
    ],
  },
} satisfies Record<string, Kind>;
