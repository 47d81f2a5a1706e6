import { type Kind, say } from "./kind.ts";

export const largeBowls = {
  noodle: {
    form: "noodle-bowl",
    category: "noodle-bowls",
    code: "NB",
    noun: say("면기", "noodle bowl"),
    widths: [178, 200],
    ratio: 0.44,
    wall: 4.2,
    price: 46_000,
    choice: ["size", "count"],
    first: "above",
    uses: [
      say(
        "{ml}가 들어가 국물이 많은 국수도 넘치지 않습니다.",
        "With room for {ml}, even a soupy noodle stays in.",
      ),
      say(
        "면을 담고 고명을 얹을 자리가 남는 지름 {d}입니다.",
        "At {d} there is room for noodles and for what goes on top.",
      ),
      say(
        "잔치국수 한 그릇, 여름이면 냉면 한 그릇에 씁니다.",
        "For banquet noodles, and for cold ones in summer.",
      ),
      say(
        "덮밥을 담으면 밥과 고명이 반반으로 보입니다.",
        "With rice and a topping, it shows half of each.",
      ),
    ],
    shapes: [
      say(
        "무게가 {g}이라 젓가락으로 들어 올려도 그릇은 제자리입니다.",
        "At {g} it stays where it is while you lift noodles.",
      ),
      say(
        "안쪽을 매끈하게 다듬어 국물 자국이 남지 않습니다.",
        "The inside is smoothed so that broth leaves no line.",
      ),
    ],
  },
  mixing: {
    form: "noodle-bowl",
    category: "noodle-bowls",
    code: "MB",
    noun: say("비빔 그릇", "mixing bowl"),
    widths: [168, 186],
    ratio: 0.43,
    wall: 4.8,
    price: 42_000,
    choice: ["count"],
    first: "above",
    uses: [
      say(
        "나물을 돌려 담고 힘껏 비벼도 벽이 높아 넘지 않습니다.",
        "High enough to mix rice and greens hard without spilling.",
      ),
      say(
        "{g}의 묵직한 그릇이라 한 손으로 잡지 않아도 비벼집니다.",
        "At {g} it stands still and leaves both hands free.",
      ),
      say("비빔밥 한 그릇에 알맞은 {ml}입니다.", "{ml}, right for one bowl of bibimbap."),
    ],
    shapes: [
      say(
        "바닥을 넓게 깎아 숟가락이 구석까지 닿습니다.",
        "The broad floor lets a spoon reach everywhere.",
      ),
      say(
        "벽이 두꺼워 데워 두면 밥이 늦게 식습니다.",
        "Warmed first, its thick wall cools slowly.",
      ),
    ],
  },
  serving: {
    form: "wide-bowl",
    category: "noodle-bowls",
    code: "WB",
    noun: say("대접", "serving bowl"),
    widths: [208, 262],
    ratio: 0.26,
    wall: 4.6,
    price: 58_000,
    choice: ["size"],
    first: "above",
    uses: [
      say(
        "지름 {d}, 네 사람이 덜어 먹을 나물이나 찜을 담습니다.",
        "{d} across, for greens or a braise that four will share.",
      ),
      say(
        "잡채를 수북이 담아도 테두리에 흰 자리가 남습니다.",
        "Heaped with glass noodles, it still shows a clear rim.",
      ),
      say(
        "샐러드를 버무려 그대로 상에 내는 낮은 대접입니다.",
        "A low bowl to dress a salad in and serve it from.",
      ),
      say(
        "과일을 담아 부엌 상에 늘 두는 사람도 있습니다.",
        "Some keep it on the kitchen table with fruit in it.",
      ),
    ],
    shapes: [
      say(
        "테가 천천히 올라가 가장자리의 음식도 쉽게 집힙니다.",
        "The rim rises slowly, so food is easy to reach.",
      ),
      say(
        "넓어도 {g}을 넘지 않게 바닥을 얇게 깎았습니다.",
        "The floor is trimmed thin to keep it at {g}.",
      ),
    ],
  },
} satisfies Record<string, Kind>;
