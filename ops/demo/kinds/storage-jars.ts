import { type Kind, say } from "./kind.ts";

export const storageJars = {
  storage: {
    form: "jangdok",
    category: "storage-jars",
    code: "JD",
    noun: say("저장 단지", "storage jar"),
    widths: [186, 264],
    ratio: 1.16,
    wall: 7,
    price: 82_000,
    choice: ["size"],
    first: "level",
    uses: [
      say(
        "{ml}들이 단지, 된장이나 고추장을 한 해 동안 지킵니다.",
        "A jar of {ml} that keeps soybean or pepper paste through a year.",
      ),
      say(
        "쌀이나 잡곡을 담아 두면 벌레가 덜 입니다.",
        "Rice and grain stay free of weevils in it.",
      ),
      say("볕 드는 베란다에 두어도 속은 서늘합니다.", "Cool inside even on a sunny balcony."),
    ],
    shapes: [
      say("뚜껑이 넓게 덮여 빗물이 들지 않습니다.", "The lid overhangs and keeps rain out."),
      say(
        "벽이 숨을 쉬어 소금기가 겉으로 하얗게 비칠 때가 있습니다. 닦으면 됩니다.",
        "The wall breathes; a white bloom of salt may show, and wipes off.",
      ),
    ],
  },
  kimchiJar: {
    form: "jangdok",
    category: "storage-jars",
    code: "KJ",
    noun: say("김치 단지", "kimchi jar"),
    widths: [168, 216],
    ratio: 1.02,
    wall: 6,
    price: 68_000,
    choice: ["size"],
    first: "level",
    uses: [
      say("배추김치 두 포기가 들어가는 {ml}입니다.", "{ml}: two heads of cabbage kimchi."),
      say(
        "냉장고에 넣는 높이 {h}로 낮추었습니다.",
        "Kept to {h}, so that it goes into a refrigerator.",
      ),
      say(
        "동치미를 담가 뚜껑을 덮어 두면 국물이 톡 쏩니다.",
        "Radish water kimchi turns lively under its lid.",
      ),
    ],
    shapes: [
      say(
        "입이 넓어 손을 넣어 꾹꾹 누를 수 있습니다.",
        "Wide enough for a hand to press things down.",
      ),
      say("안쪽까지 잿물을 입혀 물이 배지 않습니다.", "Lye glaze inside keeps colour out."),
    ],
  },
  teaJar: {
    form: "tea-jar",
    category: "storage-jars",
    code: "TJ",
    noun: say("차 단지", "tea jar"),
    widths: [98, 132],
    ratio: 1.02,
    wall: 3.8,
    price: 74_000,
    choice: ["size"],
    first: "level",
    uses: [
      say(
        "찻잎 백 그램이 눌리지 않고 들어갑니다.",
        "A hundred grams of tea leaves, without pressing.",
      ),
      say(
        "빛과 습기를 막아 찻잎을 한 계절 지킵니다.",
        "Keeps leaves from light and damp for a season.",
      ),
      say(
        "{ml}들이 작은 단지, 원두나 말린 나물을 담아도 됩니다.",
        "A small jar of {ml}, for coffee beans or dried greens as well.",
      ),
    ],
    shapes: [
      say(
        "뚜껑 안쪽에 턱을 내어 흔들어도 열리지 않습니다.",
        "A flange keeps the lid on when it is moved.",
      ),
      say("어깨를 둥글려 손바닥에 얹기 좋습니다.", "Its shoulder rounds into the palm."),
    ],
  },
  salt: {
    form: "tea-jar",
    category: "storage-jars",
    code: "SJ",
    noun: say("소금 단지", "salt jar"),
    widths: [84, 98],
    ratio: 0.98,
    wall: 4,
    price: 42_000,
    choice: ["count"],
    first: "level",
    uses: [
      say(
        "불 옆에 두고 손으로 집어 쓰는 소금 단지입니다.",
        "For salt taken by hand beside the stove.",
      ),
      say("굵은소금 한 홉 반이 들어갑니다.", "Room for a small measure of coarse salt."),
      say(
        "흙이 물기를 먹어 소금이 뭉치지 않습니다.",
        "Clay takes up the damp, and salt does not cake.",
      ),
    ],
    shapes: [
      say("입이 세 손가락 너비입니다.", "Its mouth is three fingers wide."),
      say(
        "젖은 손으로 열어도 미끄럽지 않은 꼭지입니다.",
        "The knob does not slip from wet fingers.",
      ),
    ],
  },
} satisfies Record<string, Kind>;
