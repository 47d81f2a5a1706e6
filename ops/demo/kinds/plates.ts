import { type Kind, say } from "./kind.ts";

export const plates = {
  sidePlate: {
    form: "plate",
    category: "plates",
    code: "AP",
    noun: say("앞접시", "side plate"),
    widths: [144, 166],
    ratio: 0.15,
    wall: 4,
    price: 24_000,
    choice: ["count", "glaze"],
    first: "above",
    uses: [
      say(
        "전골을 덜고 전을 옮겨 담는 앞접시, 지름은 {d}입니다.",
        "To take a share of a stew or a pancake on; {d} across.",
      ),
      say(
        "빵 한 쪽이나 과일 몇 조각에 맞는 크기입니다.",
        "Right for a slice of bread or some fruit.",
      ),
      say(
        "여러 점을 겹쳐 두었다가 손님 수대로 꺼내 씁니다.",
        "Kept in a stack and dealt out by the number of guests.",
      ),
      say(
        "{g}으로 가벼워 한 손에 들고 서서 먹는 자리에도 좋습니다.",
        "At {g} it is light enough to eat from standing up.",
      ),
    ],
    shapes: [
      say(
        "테를 조금 세워 국물이 밖으로 흐르지 않습니다.",
        "The rim stands up a little and keeps sauce in.",
      ),
      say("굽을 얇게 깎아 겹치는 소리가 낮습니다.", "Its low foot stacks without noise."),
    ],
  },
  dinner: {
    form: "plate",
    category: "plates",
    code: "DP",
    noun: say("정찬 접시", "dinner plate"),
    widths: [200, 219],
    ratio: 0.14,
    wall: 4.4,
    price: 40_000,
    choice: ["count"],
    first: "above",
    uses: [
      say(
        "밥과 찬을 한데 담아 먹는 접시입니다. 지름 {d}면 세 가지가 섞이지 않습니다.",
        "Rice and what goes with it on one plate: at {d}, three things stay apart.",
      ),
      say(
        "파스타든 볶음밥이든 가운데 담으면 테두리가 남습니다.",
        "Pasta or fried rice in the middle leaves the rim free.",
      ),
      say(
        "아침에는 달걀과 빵, 저녁에는 생선 한 토막을 담습니다.",
        "Eggs and toast in the morning, a piece of fish at night.",
      ),
    ],
    shapes: [
      say(
        "가운데를 아주 조금 낮추어 소스가 모입니다.",
        "The middle is a touch lower, so that sauce gathers.",
      ),
      say(
        "식기세척기 칸에 들어가는 높이로 테를 맞추었습니다.",
        "The rim is low enough for a dishwasher rack.",
      ),
    ],
  },
  fruit: {
    form: "plate",
    category: "plates",
    code: "FP",
    noun: say("과일 접시", "fruit plate"),
    widths: [176, 198],
    ratio: 0.17,
    wall: 4,
    price: 33_000,
    choice: ["count", "size"],
    first: "above",
    uses: [
      say(
        "배 한 개를 깎아 돌려 담으면 꼭 찹니다.",
        "One pear, peeled and fanned out, just fills it.",
      ),
      say(
        "지름 {d}, 포도 한 송이가 편히 눕습니다.",
        "{d} across: a bunch of grapes lies on it with ease.",
      ),
      say(
        "차를 마실 때 떡과 과일을 함께 내는 접시입니다.",
        "For rice cakes and fruit beside the tea.",
      ),
    ],
    shapes: [
      say("테가 넉넉히 올라와 즙이 흐르지 않습니다.", "The rim is high enough to keep juice in."),
      say(
        "바닥 그림이 과일 아래서 나중에 드러납니다.",
        "What is on its floor appears as the fruit goes.",
      ),
    ],
  },
  square: {
    form: "square-plate",
    category: "plates",
    code: "QP",
    noun: say("네모 접시", "square plate"),
    widths: [180, 214],
    ratio: 0.11,
    wall: 4.6,
    price: 44_000,
    choice: ["count"],
    first: "above",
    uses: [
      say(
        "김밥 한 줄을 썰어 비스듬히 놓기 좋은 네모 접시입니다.",
        "Square, to lay a sliced roll across at a slant.",
      ),
      say(
        "초밥 여섯 점이나 떡 네 조각이 가지런히 놓입니다.",
        "Six pieces of sushi or four of rice cake lie in rows.",
      ),
      say(
        "낮은 테 안으로 카스텔라 두 쪽이 들어갑니다.",
        "Two slices of cake sit inside its low edge.",
      ),
    ],
    shapes: [
      say(
        "판을 밀어 틀 없이 네 귀를 손으로 세웠습니다.",
        "Rolled as a slab, its four corners raised by hand.",
      ),
      say(
        "구울 때 휘지 않도록 사흘 동안 눌러 말렸습니다.",
        "Dried under boards for three days so as not to warp.",
      ),
    ],
  },
} satisfies Record<string, Kind>;
