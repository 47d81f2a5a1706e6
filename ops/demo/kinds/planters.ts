import { type Kind, say } from "./kind.ts";

export const planters = {
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
