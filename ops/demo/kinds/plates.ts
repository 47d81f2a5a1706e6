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
  large: {
    form: "plate",
    category: "large-plates",
    code: "LP",
    noun: say("큰 접시", "large plate"),
    widths: [248, 292],
    ratio: 0.13,
    wall: 5,
    price: 66_000,
    choice: ["size"],
    first: "above",
    uses: [
      say(
        "상 한가운데 놓는 접시, 지름 {d}에 수육 한 상이 올라갑니다.",
        "For the middle of the table: sliced pork for everyone on {d}.",
      ),
      say(
        "손님이 오면 먼저 꺼내게 되는 큰 접시입니다.",
        "The large plate that comes out first when guests do.",
      ),
      say("부침개 한 장을 자르지 않고 그대로 냅니다.", "It takes a whole pancake, uncut."),
      say(
        "아무것도 담지 않고 벽에 기대어 두는 이도 많습니다.",
        "Many simply lean it against a wall.",
      ),
    ],
    shapes: [
      say(
        "큰 접시는 굽기 어려워 열에 둘은 휩니다. 남은 여덟만 내놓습니다.",
        "Two in ten large plates warp in the fire; only the rest are sold.",
      ),
      say(
        "굽을 두 겹으로 깎아 가운데가 처지지 않습니다.",
        "A double foot keeps the middle from sinking.",
      ),
    ],
  },
  pancake: {
    form: "plate",
    category: "large-plates",
    code: "PP",
    noun: say("부침 접시", "pancake plate"),
    widths: [232, 262],
    ratio: 0.12,
    wall: 4.6,
    price: 56_000,
    choice: [],
    first: "above",
    uses: [
      say(
        "녹두전 세 장을 겹쳐 담고도 간장 종지 놓을 자리가 있습니다.",
        "Three mung bean pancakes, and room for the sauce dish.",
      ),
      say(
        "지름 {d}로 프라이팬에서 미끄러뜨려 담기 좋습니다.",
        "At {d}, a pancake slides onto it straight from the pan.",
      ),
      say(
        "전이 눅지 않게 바닥에 손가락 결을 남겼습니다.",
        "Finger ridges on the floor keep pancakes crisp.",
      ),
    ],
    shapes: [
      say(
        "데워 두면 전이 다 없어질 때까지 식지 않습니다.",
        "Warmed first, it stays warm until the last piece.",
      ),
      say("가장자리를 낮게 눌러 뒤집개가 드나듭니다.", "The edge is low enough for a spatula."),
    ],
  },
  oval: {
    form: "oval-plate",
    category: "large-plates",
    code: "OP",
    noun: say("타원 접시", "oval plate"),
    widths: [238, 284],
    ratio: 0.11,
    wall: 4.6,
    price: 52_000,
    choice: ["size"],
    first: "above",
    uses: [
      say(
        "길이 {d}, 좁은 상에도 놓이는 타원 접시입니다.",
        "{d} long, for tables where a round plate would not fit.",
      ),
      say(
        "계란말이 한 줄과 깻잎 몇 장이 들어갑니다.",
        "For one rolled omelette and a few perilla leaves.",
      ),
      say(
        "나물 세 가지를 나란히 담으면 색이 잘 섞입니다.",
        "Three greens side by side look well on it.",
      ),
    ],
    shapes: [
      say(
        "둥글게 차서 아직 무를 때 두 손으로 눌러 길게 만들었습니다.",
        "Thrown round and pressed long by two hands while soft.",
      ),
      say("양 끝을 조금 들어 옮길 때 손가락이 들어갑니다.", "Its ends lift a little, for fingers."),
    ],
  },
  fish: {
    form: "oval-plate",
    category: "large-plates",
    code: "FI",
    noun: say("생선 접시", "fish plate"),
    widths: [270, 312],
    ratio: 0.1,
    wall: 4.8,
    price: 58_000,
    choice: [],
    first: "above",
    uses: [
      say("조기 두 마리가 머리와 꼬리를 맞대고 눕습니다.", "Two croakers lie on it head to tail."),
      say(
        "길이 {d}, 고등어 한 마리를 자르지 않고 담습니다.",
        "{d} long: it takes a mackerel uncut.",
      ),
      say(
        "구운 생선의 기름이 고이도록 가운데를 얕게 눌렀습니다.",
        "Pressed shallow in the middle to catch the oil of grilled fish.",
      ),
    ],
    shapes: [
      say(
        "비린내가 배지 않게 유약을 한 번 더 입혔습니다.",
        "One more coat of glaze keeps the smell out.",
      ),
      say("좁고 길어 선반에 세워 두기 좋습니다.", "Narrow enough to stand upright on a shelf."),
    ],
  },
} satisfies Record<string, Kind>;
