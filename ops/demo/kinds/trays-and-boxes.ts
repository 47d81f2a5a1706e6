import { type Kind, say } from "./kind.ts";

export const traysAndBoxes = {
  tray: {
    form: "tray",
    category: "trays",
    code: "TR",
    noun: say("긴 쟁반", "long tray"),
    widths: [246, 300],
    ratio: 0.08,
    wall: 5,
    price: 68_000,
    choice: ["size"],
    first: "above",
    uses: [
      say(
        "길이 {d}, 찻잔 셋과 다식 접시 하나가 나란히 놓입니다.",
        "{d} long: three cups and a plate of sweets in a row.",
      ),
      say(
        "물수건과 수저를 올려 내는 낮은 쟁반입니다.",
        "A low tray to bring towels and spoons on.",
      ),
      say(
        "향과 꽃병을 함께 올려 두면 작은 자리가 생깁니다.",
        "With incense and a vase on it, a corner becomes a place.",
      ),
    ],
    shapes: [
      say("테를 낮게 세워 물기가 밖으로 흐르지 않습니다.", "A low edge keeps drips in."),
      say("밑바닥에 발을 넷 달아 상에서 조금 뜹니다.", "Four small feet lift it off the table."),
    ],
  },
  teaTray: {
    form: "square-plate",
    category: "trays",
    code: "TT",
    noun: say("다과 쟁반", "tea tray"),
    widths: [222, 262],
    ratio: 0.09,
    wall: 5.2,
    price: 74_000,
    choice: [],
    first: "above",
    uses: [
      say(
        "작은 다관과 잔 둘을 올리면 꼭 맞는 네모 쟁반입니다.",
        "A square tray just right for a small pot and two cups.",
      ),
      say(
        "혼자 먹는 밥상으로 쓰기 좋은 한 변 {d}입니다.",
        "At {d} a side it makes a table for one.",
      ),
      say(
        "차를 흘려도 안쪽 결을 따라 한쪽으로 모입니다.",
        "Spilt tea runs along its ridges to one side.",
      ),
    ],
    shapes: [
      say(
        "판을 두 겹으로 붙여 휘지 않습니다.",
        "Two slabs are laid together, and it does not warp.",
      ),
      say(
        "모서리를 둥글려 벽에 세워 두어도 이가 나가지 않습니다.",
        "Its corners are rounded so as not to chip.",
      ),
    ],
  },
  box: {
    form: "lidded-box",
    category: "lidded-boxes",
    code: "LX",
    noun: say("합", "lidded box"),
    widths: [110, 142],
    ratio: 0.68,
    wall: 4,
    price: 64_000,
    choice: ["size"],
    first: "level",
    uses: [
      say(
        "마른 찬이나 장아찌를 {ml}까지 담아 덮어 둡니다.",
        "Keeps up to {ml} of pickles or dry side dishes covered.",
      ),
      say(
        "찻잎, 약과, 편지까지 담는 집마다 쓰임이 다릅니다.",
        "Tea leaves, sweets or letters: every house finds its own use.",
      ),
      say(
        "선물을 넣어 보내면 상자가 따로 필요 없습니다.",
        "With a gift inside it needs no other box.",
      ),
    ],
    shapes: [
      say(
        "뚜껑이 닫히는 소리가 가볍게 맞아떨어집니다.",
        "The lid closes with a light, exact sound.",
      ),
      say(
        "몸과 뚜껑의 무늬가 이어지는 자리가 하나 있습니다.",
        "There is one position in which lid and body match.",
      ),
    ],
  },
  sweets: {
    form: "lidded-box",
    category: "lidded-boxes",
    code: "SX",
    noun: say("다식합", "sweets box"),
    widths: [146, 176],
    ratio: 0.6,
    wall: 4.4,
    price: 92_000,
    choice: [],
    first: "level",
    uses: [
      say(
        "다식과 약과를 담아 찻자리 가운데 놓는 지름 {d}의 합입니다.",
        "{d} across, for the sweets in the middle of a tea table.",
      ),
      say(
        "잔칫날 육포나 한과를 담아 보내던 그릇입니다.",
        "On feast days, dried meat and sweets were sent in boxes like it.",
      ),
      say("뚜껑을 접시 삼아 나누어 담을 수 있습니다.", "Its lid serves as a second plate."),
    ],
    shapes: [
      say("낮고 넓어 손이 어느 쪽에서든 닿습니다.", "Low and wide, it is reached from every side."),
      say("꼭지를 작게 두어 여러 점을 쌓을 수 있습니다.", "The small knob lets several stack."),
    ],
  },
} satisfies Record<string, Kind>;
