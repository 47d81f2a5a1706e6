import { type Kind, say } from "./kind.ts";

export const largePlates = {
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
