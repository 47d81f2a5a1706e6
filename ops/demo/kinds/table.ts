import { type Kind, say } from "./kind.ts";

export const table = {
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
  spoonRest: {
    form: "spoon-rest",
    category: "rests",
    code: "SR",
    noun: say("수저받침", "spoon rest"),
    widths: [98, 122],
    ratio: 0.12,
    wall: 3.4,
    price: 11_000,
    choice: ["count", "glaze"],
    first: "above",
    uses: [
      say(
        "숟가락과 젓가락을 함께 누이는 길이 {d}의 받침입니다.",
        "{d} long, for spoon and chopsticks together.",
      ),
      say(
        "식구 수대로 빛깔을 달리하면 제자리를 압니다.",
        "In a different colour for each, everyone knows their place.",
      ),
      say("국자를 올려 두기에도 깊이가 알맞습니다.", "Deep enough for a ladle as well."),
    ],
    shapes: [
      say(
        "나뭇잎처럼 가운데를 눌러 수저가 구르지 않습니다.",
        "Pressed like a leaf, so that nothing rolls.",
      ),
      say("{g}밖에 되지 않아 상에 놓는 소리도 작습니다.", "At {g} it makes hardly a sound."),
    ],
  },
  chopstickRest: {
    form: "spoon-rest",
    category: "rests",
    code: "CR",
    noun: say("젓가락 받침", "chopstick rest"),
    widths: [54, 70],
    ratio: 0.19,
    wall: 3.4,
    price: 7_000,
    choice: ["count"],
    first: "above",
    uses: [
      say("엄지만 한 젓가락 받침, 길이 {d}입니다.", "The size of a thumb: {d} long."),
      say("네 점을 맞추어 두면 손님상이 단정합니다.", "Four alike make a tidy table for guests."),
      say(
        "작은 흙 조각이 아까워 하나씩 빚기 시작한 것입니다.",
        "It began as a way not to waste small bits of clay.",
      ),
    ],
    shapes: [
      say("가운데가 오목해 젓가락이 모입니다.", "Hollow in the middle, it gathers the chopsticks."),
      say("뒤집어 두면 조약돌 같습니다.", "Upside down it looks like a pebble."),
    ],
  },
  incense: {
    form: "incense-holder",
    category: "incense",
    code: "IH",
    noun: say("향꽂이", "incense holder"),
    widths: [96, 132],
    ratio: 0.2,
    wall: 4,
    price: 34_000,
    choice: ["glaze"],
    dry: true,
    first: "above",
    uses: [
      say(
        "향 한 개비를 꽂으면 재가 접시 안에 떨어집니다.",
        "It holds one stick and catches all of its ash.",
      ),
      say(
        "지름 {d}, 가느다란 향이 끝까지 타도록 높이를 맞추었습니다.",
        "{d} across, with the height set for thin incense to burn down.",
      ),
      say(
        "손님이 오기 전 현관에서 한 개비를 피웁니다.",
        "One stick by the door, before guests arrive.",
      ),
    ],
    shapes: [
      say(
        "가운데 구슬을 따로 빚어 유약으로 붙였습니다.",
        "The bead is made apart and held by glaze.",
      ),
      say("재는 마른 붓으로 쓸어 내면 됩니다.", "A dry brush sweeps the ash away."),
    ],
  },
  ringDish: {
    form: "sauce-dish",
    category: "incense",
    code: "RD",
    noun: say("향 접시", "incense dish"),
    widths: [86, 104],
    ratio: 0.28,
    wall: 3.2,
    price: 20_000,
    choice: ["count"],
    dry: true,
    first: "above",
    uses: [
      say(
        "뿔향이나 똬리향을 올리는 지름 {d}의 작은 접시입니다.",
        "A small dish of {d} for cones and coils.",
      ),
      say(
        "재를 한 줌 깔고 향나무 조각을 얹어 씁니다.",
        "Lay a bed of ash in it and a chip of aloeswood on top.",
      ),
      say(
        "향을 피우지 않는 날은 반지와 열쇠를 받습니다.",
        "On other days it looks after rings and keys.",
      ),
    ],
    shapes: [
      say("밑이 뜨거워지지 않게 굽을 높였습니다.", "A raised foot keeps the table cool."),
      say("안쪽 빛이 불씨 아래서 가장 깊어 보입니다.", "Its glaze looks deepest under an ember."),
    ],
  },
} satisfies Record<string, Kind>;
