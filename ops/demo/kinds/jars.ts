import { type Kind, say } from "./kind.ts";

export const jars = {
  moon: {
    form: "moon-jar",
    category: "moon-jars",
    code: "MO",
    noun: say("달항아리", "moon jar"),
    widths: [320, 430],
    ratio: 1.03,
    wall: 7,
    price: 980_000,
    choice: [],
    single: true,
    dry: true,
    first: "level",
    uses: [
      say(
        "사발 둘을 맞붙여 높이 {h}로 세운 항아리입니다.",
        "Two bowls joined rim to rim, {h} tall.",
      ),
      say("비워 두어도 방 한쪽이 환해집니다.", "Empty, it still lights one side of a room."),
      say(
        "가마에서 나온 날 붙인 자리가 가장 또렷하고, 해가 갈수록 눈에 덜 띕니다.",
        "The join is clearest on the day it leaves the kiln, and fades from notice with the years.",
      ),
    ],
    shapes: [
      say(
        "불길이 닿은 쪽에 옅은 살굿빛이 돌았습니다.",
        "Where the flame passed, it has a breath of apricot.",
      ),
      say(
        "어느 쪽을 앞으로 둘지 고르는 것은 주인의 몫입니다.",
        "Which side is the front is for its owner to say.",
      ),
    ],
  },
  smallMoon: {
    form: "moon-jar",
    category: "moon-jars",
    code: "MS",
    noun: say("작은 달항아리", "small moon jar"),
    widths: [138, 214],
    ratio: 1,
    wall: 4.6,
    price: 168_000,
    choice: ["size"],
    dry: true,
    first: "level",
    uses: [
      say(
        "책장 한 칸에 들어가는 지름 {d}의 달항아리입니다.",
        "A moon jar of {d} that fits a bookshelf.",
      ),
      say(
        "작아도 위아래를 따로 빚어 붙였습니다.",
        "Small as it is, it is thrown in two halves and joined.",
      ),
      say(
        "가지 하나를 꽂으면 항아리가 오히려 더 둥글어 보입니다.",
        "With one branch in it, it looks rounder still.",
      ),
    ],
    shapes: [
      say(
        "입은 손가락 셋이 들어갈 만큼만 열었습니다.",
        "The mouth opens just wide enough for three fingers.",
      ),
      say(
        "손으로 깎은 굽이 조금 비스듬해 달이 기운 듯합니다.",
        "Its hand-cut foot leans a little, like a moon past full.",
      ),
    ],
  },
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
  storage: {
    form: "jangdok",
    category: "storage-jars",
    code: "JD",
    noun: say("저장 단지", "storage jar"),
    widths: [186, 264],
    ratio: 1.16,
    wall: 7,
    price: 82_000,
    choice: ["size"],
    first: "level",
    uses: [
      say(
        "{ml}들이 단지, 된장이나 고추장을 한 해 동안 지킵니다.",
        "A jar of {ml} that keeps soybean or pepper paste through a year.",
      ),
      say(
        "쌀이나 잡곡을 담아 두면 벌레가 덜 입니다.",
        "Rice and grain stay free of weevils in it.",
      ),
      say("볕 드는 베란다에 두어도 속은 서늘합니다.", "Cool inside even on a sunny balcony."),
    ],
    shapes: [
      say("뚜껑이 넓게 덮여 빗물이 들지 않습니다.", "The lid overhangs and keeps rain out."),
      say(
        "벽이 숨을 쉬어 소금기가 겉으로 하얗게 비칠 때가 있습니다. 닦으면 됩니다.",
        "The wall breathes; a white bloom of salt may show, and wipes off.",
      ),
    ],
  },
  kimchiJar: {
    form: "jangdok",
    category: "storage-jars",
    code: "KJ",
    noun: say("김치 단지", "kimchi jar"),
    widths: [168, 216],
    ratio: 1.02,
    wall: 6,
    price: 68_000,
    choice: ["size"],
    first: "level",
    uses: [
      say("배추김치 두 포기가 들어가는 {ml}입니다.", "{ml}: two heads of cabbage kimchi."),
      say(
        "냉장고에 넣는 높이 {h}로 낮추었습니다.",
        "Kept to {h}, so that it goes into a refrigerator.",
      ),
      say(
        "동치미를 담가 뚜껑을 덮어 두면 국물이 톡 쏩니다.",
        "Radish water kimchi turns lively under its lid.",
      ),
    ],
    shapes: [
      say(
        "입이 넓어 손을 넣어 꾹꾹 누를 수 있습니다.",
        "Wide enough for a hand to press things down.",
      ),
      say("안쪽까지 잿물을 입혀 물이 배지 않습니다.", "Lye glaze inside keeps colour out."),
    ],
  },
  teaJar: {
    form: "tea-jar",
    category: "storage-jars",
    code: "TJ",
    noun: say("차 단지", "tea jar"),
    widths: [98, 132],
    ratio: 1.02,
    wall: 3.8,
    price: 74_000,
    choice: ["size"],
    first: "level",
    uses: [
      say(
        "찻잎 백 그램이 눌리지 않고 들어갑니다.",
        "A hundred grams of tea leaves, without pressing.",
      ),
      say(
        "빛과 습기를 막아 찻잎을 한 계절 지킵니다.",
        "Keeps leaves from light and damp for a season.",
      ),
      say(
        "{ml}들이 작은 단지, 원두나 말린 나물을 담아도 됩니다.",
        "A small jar of {ml}, for coffee beans or dried greens as well.",
      ),
    ],
    shapes: [
      say(
        "뚜껑 안쪽에 턱을 내어 흔들어도 열리지 않습니다.",
        "A flange keeps the lid on when it is moved.",
      ),
      say("어깨를 둥글려 손바닥에 얹기 좋습니다.", "Its shoulder rounds into the palm."),
    ],
  },
  salt: {
    form: "tea-jar",
    category: "storage-jars",
    code: "SJ",
    noun: say("소금 단지", "salt jar"),
    widths: [84, 98],
    ratio: 0.98,
    wall: 4,
    price: 42_000,
    choice: ["count"],
    first: "level",
    uses: [
      say(
        "불 옆에 두고 손으로 집어 쓰는 소금 단지입니다.",
        "For salt taken by hand beside the stove.",
      ),
      say("굵은소금 한 홉 반이 들어갑니다.", "Room for a small measure of coarse salt."),
      say(
        "흙이 물기를 먹어 소금이 뭉치지 않습니다.",
        "Clay takes up the damp, and salt does not cake.",
      ),
    ],
    shapes: [
      say("입이 세 손가락 너비입니다.", "Its mouth is three fingers wide."),
      say(
        "젖은 손으로 열어도 미끄럽지 않은 꼭지입니다.",
        "The knob does not slip from wet fingers.",
      ),
    ],
  },
  planter: {
    form: "planter",
    category: "planters",
    code: "PL",
    noun: say("화분", "planter"),
    widths: [158, 232],
    ratio: 0.86,
    wall: 6,
    price: 58_000,
    choice: ["size"],
    dry: true,
    first: "level",
    uses: [
      say(
        "흙 {ml}가 들어가 한두 해는 분갈이를 잊어도 됩니다.",
        "With {ml} of soil it need not be repotted for a year or two.",
      ),
      say("바닥에 물 빠짐 구멍을 셋 뚫었습니다.", "Three holes in the floor let water out."),
      say(
        "겉에 물이 배면 목마르지 않다는 뜻이라 물때를 알기 쉽습니다.",
        "A damp wall means it is not thirsty, so watering is easy.",
      ),
    ],
    shapes: [
      say("입술을 두껍게 말아 옮길 때 잡습니다.", "The thick rim is there to carry it by."),
      say("겨울에 밖에 두려면 흙을 말려 두세요.", "Left outdoors in winter, keep its soil dry."),
    ],
  },
  smallPlanter: {
    form: "planter",
    category: "planters",
    code: "PS",
    noun: say("작은 화분", "small planter"),
    widths: [88, 124],
    ratio: 0.84,
    wall: 4.4,
    price: 26_000,
    choice: ["size", "count"],
    dry: true,
    first: "level",
    uses: [
      say(
        "다육이나 풀 한 포기를 심는 지름 {d}의 화분입니다.",
        "A pot of {d} for one succulent or herb.",
      ),
      say("창턱에 셋을 나란히 두어도 좁지 않습니다.", "Three fit side by side on a window sill."),
      say(
        "파를 심어 부엌에서 잘라 쓰기 좋습니다.",
        "Grow spring onions in it and cut them by the stove.",
      ),
    ],
    shapes: [
      say(
        "바닥 구멍이 넉넉해 물이 고이지 않습니다.",
        "The hole below is generous, and no water stands.",
      ),
      say("벽을 얇게 차서 뿌리가 숨을 쉽니다.", "Its wall is thin, and roots breathe."),
    ],
  },
} satisfies Record<string, Kind>;
