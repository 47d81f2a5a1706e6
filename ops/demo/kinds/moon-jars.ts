import { type Kind, say } from "./kind.ts";

export const moonJars = {
  moon: {
    form: "moon-jar",
    category: "moon-jars",
    code: "MO",
    noun: say("달항아리", "moon jar"),
    widths: [320, 430],
    ratio: 1.03,
    wall: 7,
    price: 980_000,
    choice: [],
    single: true,
    dry: true,
    first: "level",
    uses: [
      say(
        "사발 둘을 맞붙여 높이 {h}로 세운 항아리입니다.",
        "Two bowls joined rim to rim, {h} tall.",
      ),
      say("비워 두어도 방 한쪽이 환해집니다.", "Empty, it still lights one side of a room."),
      say(
        "가마에서 나온 날 붙인 자리가 가장 또렷하고, 해가 갈수록 눈에 덜 띕니다.",
        "The join is clearest on the day it leaves the kiln, and fades from notice with the years.",
      ),
    ],
    shapes: [
      say(
        "불길이 닿은 쪽에 옅은 살굿빛이 돌았습니다.",
        "Where the flame passed, it has a breath of apricot.",
      ),
      say(
        "어느 쪽을 앞으로 둘지 고르는 것은 주인의 몫입니다.",
        "Which side is the front is for its owner to say.",
      ),
    ],
  },
  smallMoon: {
    form: "moon-jar",
    category: "moon-jars",
    code: "MS",
    noun: say("작은 달항아리", "small moon jar"),
    widths: [138, 214],
    ratio: 1,
    wall: 4.6,
    price: 168_000,
    choice: ["size"],
    dry: true,
    first: "level",
    uses: [
      say(
        "책장 한 칸에 들어가는 지름 {d}의 달항아리입니다.",
        "A moon jar of {d} that fits a bookshelf.",
      ),
      say(
        "작아도 위아래를 따로 빚어 붙였습니다.",
        "Small as it is, it is thrown in two halves and joined.",
      ),
      say(
        "가지 하나를 꽂으면 항아리가 오히려 더 둥글어 보입니다.",
        "With one branch in it, it looks rounder still.",
      ),
    ],
    shapes: [
      say(
        "입은 손가락 셋이 들어갈 만큼만 열었습니다.",
        "The mouth opens just wide enough for three fingers.",
      ),
      say(
        "손으로 깎은 굽이 조금 비스듬해 달이 기운 듯합니다.",
        "Its hand-cut foot leans a little, like a moon past full.",
      ),
    ],
  },
} satisfies Record<string, Kind>;
