import { type Kind, say } from "./kind.ts";

export const tea = {
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
  teapot: {
    form: "teapot",
    category: "teapots",
    code: "TP",
    noun: say("다관", "teapot"),
    widths: [176, 204],
    ratio: 0.66,
    wall: 3.4,
    price: 128_000,
    choice: [],
    first: "level",
    uses: [
      say("{ml}들이 다관, 네 사람이 두 번씩 마십니다.", "A teapot of {ml}: two rounds for four."),
      say(
        "부리 안쪽에 구멍을 서른 개 뚫어 찻잎을 거릅니다.",
        "Thirty holes behind the spout keep the leaves back.",
      ),
      say(
        "따르다 세우면 물줄기가 한 번에 끊깁니다.",
        "The stream stops at once when it is set upright.",
      ),
    ],
    shapes: [
      say(
        "뚜껑은 기울여도 떨어지지 않게 턱을 길게 냈습니다.",
        "A long flange holds the lid as it tilts.",
      ),
      say(
        "손잡이와 부리의 높이를 맞추어 무게가 고르게 실립니다.",
        "Handle and spout are level, and share the weight.",
      ),
    ],
  },
  smallTeapot: {
    form: "teapot",
    category: "teapots",
    code: "TS",
    noun: say("작은 다관", "small teapot"),
    widths: [142, 160],
    ratio: 0.66,
    wall: 3,
    price: 98_000,
    choice: [],
    first: "level",
    uses: [
      say("혼자 마시는 차에 맞춘 {ml}입니다.", "{ml}, for tea on one's own."),
      say(
        "우롱이나 보이차를 여러 번 우리기 좋은 크기입니다.",
        "A good size for many short infusions.",
      ),
      say(
        "두 잔을 채우면 꼭 비는 작은 다관입니다.",
        "A small pot that fills two cups and is empty.",
      ),
    ],
    shapes: [
      say("뚜껑 꼭지가 뜨겁지 않게 속을 비웠습니다.", "The knob is hollow and stays cool."),
      say("{g}이라 손목에 무리가 없습니다.", "At {g} it is easy on the wrist."),
    ],
  },
  sharing: {
    form: "sharing-pitcher",
    category: "pitchers",
    code: "SP",
    noun: say("숙우", "sharing pitcher"),
    widths: [104, 122],
    ratio: 0.74,
    wall: 3.2,
    price: 46_000,
    choice: [],
    first: "level",
    uses: [
      say(
        "끓는 물을 받아 식히고, 우린 차를 모아 고루 나눕니다.",
        "It cools the water, then gathers the tea and shares it out evenly.",
      ),
      say("{ml}를 담아 잔 넷을 같은 맛으로 채웁니다.", "From its {ml}, four cups come out alike."),
      say(
        "샐러드 소스나 우유를 낼 때도 쓰는 귀때그릇입니다.",
        "It serves for dressing or milk as well.",
      ),
    ],
    shapes: [
      say(
        "귀때를 엄지로 한 번에 눌러 끝이 날렵합니다.",
        "The lip is pulled with one press of the thumb.",
      ),
      say(
        "어깨가 곧아 뜨거워도 윗자리를 맨손으로 쥘 수 있습니다.",
        "Straight at the shoulder, it is held bare-handed near the rim.",
      ),
    ],
  },
  pitcher: {
    form: "pitcher",
    category: "pitchers",
    code: "PT",
    noun: say("물주전자", "pitcher"),
    widths: [140, 160],
    ratio: 1.26,
    wall: 3.8,
    price: 86_000,
    choice: [],
    first: "level",
    uses: [
      say(
        "{ml}가 들어가 식탁에서 물을 더 뜨러 가지 않아도 됩니다.",
        "It holds {ml} and saves a walk to the kitchen.",
      ),
      say("보리차를 끓여 식힌 뒤 담아 두는 주전자입니다.", "For barley tea, once it has cooled."),
      say("꽃을 한 아름 꽂아도 어울립니다.", "An armful of flowers suits it too."),
    ],
    shapes: [
      say(
        "가득 채워도 기울일 수 있게 무게를 아래에 두었습니다.",
        "Its weight sits low, so that one hand can pour it full.",
      ),
      say("높이 {h}로 냉장고 문 칸에 들어갑니다.", "At {h} it fits a refrigerator door."),
    ],
  },
  milk: {
    form: "pitcher",
    category: "pitchers",
    code: "MJ",
    noun: say("작은 주전자", "small jug"),
    widths: [88, 102],
    ratio: 1.2,
    wall: 3,
    price: 44_000,
    choice: [],
    first: "level",
    uses: [
      say("우유나 꿀물을 {ml}쯤 담아 냅니다.", "For milk or honey water, about {ml} of it."),
      say(
        "간장이나 참기름을 옮겨 담아 상에 둡니다.",
        "Soy sauce or sesame oil comes to the table in it.",
      ),
      say(
        "들꽃 몇 송이를 꽂아 창가에 두기도 합니다.",
        "With a few wild flowers it stands on a window sill.",
      ),
    ],
    shapes: [
      say("부리가 좁아 가늘게 따를 수 있습니다.", "Its narrow lip pours a thin stream."),
      say("한 손에 들어오는 높이 {h}입니다.", "{h} tall, it sits in one hand."),
    ],
  },
} satisfies Record<string, Kind>;
