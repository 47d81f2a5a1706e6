import { type Kind, say } from "./kind.ts";

export const cups = {
  teaBowl: {
    form: "tea-bowl",
    category: "tea-bowls",
    code: "TB",
    noun: say("다완", "tea bowl"),
    widths: [116, 130],
    ratio: 0.56,
    wall: 4.2,
    price: 72_000,
    choice: [],
    first: "level",
    uses: [
      say(
        "차선이 걸리지 않게 바닥을 둥글고 넓게 다듬었습니다.",
        "The floor is broad and round, so that a whisk turns freely.",
      ),
      say(
        "말차 한 사발에 {ml} 가운데 오 분의 일이면 넉넉합니다.",
        "A bowl of matcha needs a fifth of its {ml}.",
      ),
      say("두 손으로 감싸면 지름 {d}가 손바닥에 꼭 찹니다.", "At {d} it just fills two hands."),
      say(
        "차를 다 마시고 들여다보는 바닥까지가 이 다완입니다.",
        "The bowl goes on to the floor one sees when the tea is gone.",
      ),
    ],
    shapes: [
      say(
        "굽을 한칼에 깎아 칼자국이 그대로 남아 있습니다.",
        "The foot is cut in one go, and the knife still shows.",
      ),
      say(
        "입술이 물결처럼 조금 오르내려 마시는 자리를 고르게 됩니다.",
        "The lip rises and falls a little, and one finds a place to drink.",
      ),
      say("무게 {g}, 들어 보면 보기보다 가볍습니다.", "At {g} it is lighter than it looks."),
    ],
  },
  teaCup: {
    form: "cup",
    category: "tea-cups",
    code: "TC",
    noun: say("찻잔", "tea cup"),
    widths: [68, 82],
    ratio: 0.76,
    wall: 2.8,
    price: 24_000,
    choice: ["count", "glaze"],
    first: "level",
    uses: [
      say(
        "{ml}들이 찻잔, 녹차 한 잔을 두 모금 반에 마십니다.",
        "A cup of {ml}: green tea in two sips and a half.",
      ),
      say(
        "벽이 곧아 향이 위로 모이고 잔이 늦게 식습니다.",
        "Upright, so that scent gathers and heat stays.",
      ),
      say(
        "손님마다 하나씩 내기 좋게 여러 점을 한 가마에서 구웠습니다.",
        "Fired several at a time, one for each guest.",
      ),
      say(
        "뜨거운 차를 따라도 둘레의 도톰한 자리를 잡으면 손이 데지 않습니다.",
        "Held by its thick waist, it does not burn with hot tea.",
      ),
    ],
    shapes: [
      say(
        "안쪽을 희게 두어 찻빛이 그대로 보입니다.",
        "Kept pale inside, so that the colour of tea shows.",
      ),
      say("입술을 종이 두 장만큼만 남기고 깎았습니다.", "The lip is pared down to almost nothing."),
      say("손가락이 닿는 자리를 살짝 눌러 두었습니다.", "A shallow dent marks where fingers go."),
    ],
  },
  espresso: {
    form: "cup",
    category: "tea-cups",
    code: "EC",
    noun: say("에스프레소 잔", "espresso cup"),
    widths: [60, 68],
    ratio: 0.8,
    wall: 3.2,
    price: 19_000,
    choice: ["count"],
    first: "level",
    uses: [
      say("{ml}, 진한 커피 두 잔 분량까지 담습니다.", "{ml}: a double shot at the most."),
      say(
        "벽이 두꺼워 적은 커피도 쉽게 식지 않습니다.",
        "Thick enough to keep a small coffee hot.",
      ),
      say("손잡이 대신 허리를 잘록하게 눌렀습니다.", "Instead of a handle it has a waist."),
    ],
    shapes: [
      say(
        "커피 기계의 잔 받침에 두 점이 나란히 놓입니다.",
        "Two stand side by side under a machine.",
      ),
      say("바닥을 둥글게 다듬어 거품이 고루 퍼집니다.", "Its round floor spreads the crema."),
    ],
  },
  mug: {
    form: "mug",
    category: "mugs",
    code: "MG",
    noun: say("머그", "mug"),
    widths: [112, 122],
    ratio: 0.75,
    wall: 3.4,
    price: 34_000,
    choice: ["count", "glaze"],
    first: "level",
    uses: [
      say("아침 커피를 {ml}까지 따르는 머그입니다.", "Takes up to {ml} of morning coffee."),
      say(
        "손잡이에 손가락 세 개가 들어가고 엄지가 위에서 쉽니다.",
        "Three fingers go through the handle, and the thumb rests on top.",
      ),
      say(
        "들어 보면 {g}, 가득 채워도 한 손이 편합니다.",
        "{g} empty, and one hand will do when it is full.",
      ),
      say(
        "책상 위에 온종일 두는 잔이라 굽을 넓게 깎았습니다.",
        "Made to stand on a desk all day, with a broad foot.",
      ),
    ],
    shapes: [
      say(
        "손잡이는 당겨 늘인 흙을 하루 말려 붙였습니다.",
        "The handle is pulled, left a day and then joined.",
      ),
      say(
        "입술을 바깥으로 조금 말아 뜨거운 것도 편히 마십니다.",
        "The lip rolls out slightly, kind to drink from when hot.",
      ),
    ],
  },
  bigMug: {
    form: "mug",
    category: "mugs",
    code: "BM",
    noun: say("큰 머그", "large mug"),
    widths: [128, 140],
    ratio: 0.76,
    wall: 3.6,
    price: 42_000,
    choice: ["glaze"],
    first: "level",
    uses: [
      say(
        "{ml}가 들어가 보리차를 따라 두고 오래 마십니다.",
        "With {ml} of barley tea in it there is no need to get up.",
      ),
      say("수프를 담아 숟가락으로 먹어도 되는 너비입니다.", "Wide enough for soup and a spoon."),
      say(
        "겨울밤 두 손으로 쥐고 있기 좋은 큰 머그입니다.",
        "A large mug to hold in both hands on a winter night.",
      ),
    ],
    shapes: [
      say(
        "손잡이를 크게 휘어 네 손가락이 다 들어갑니다.",
        "The handle is wide enough for four fingers.",
      ),
      say(
        "아래가 무거워 가득 채워도 흔들리지 않습니다.",
        "Weighted low, it stands firm when full.",
      ),
    ],
  },
} satisfies Record<string, Kind>;
