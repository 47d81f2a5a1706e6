import { type Kind, say } from "./kind.ts";

export const pouring = {
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
