import { type Kind, say } from "./kind.ts";

export const restsAndIncense = {
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
