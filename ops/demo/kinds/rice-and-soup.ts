import { type Kind, say } from "./kind.ts";

export const riceAndSoup = {
  rice: {
    form: "rice-bowl",
    category: "rice-bowls",
    code: "RB",
    noun: say("밥그릇", "rice bowl"),
    widths: [112, 130],
    ratio: 0.53,
    wall: 3.4,
    price: 30_000,
    choice: ["size", "count", "glaze"],
    first: "level",
    uses: [
      say(
        "{ml}가 들어가니 밥 한 공기를 담고도 위가 조금 남습니다.",
        "It takes {ml}: a full serving of rice with a little room on top.",
      ),
      say(
        "고봉으로 담지 않아도 되는 크기, 지름 {d}의 밥그릇입니다.",
        "At {d} across it is made for a level serving, not a heaped one.",
      ),
      say(
        "밥을 담아도 {g} 남짓이라 한 손으로 들고 먹기 편합니다.",
        "At {g} it is easily held in one hand through a meal.",
      ),
      say(
        "갓 지은 밥을 담고 뚜껑 없이 두어도 김이 천천히 빠집니다.",
        "Fresh rice gives off its steam slowly in it.",
      ),
      say(
        "아침저녁으로 쓰는 밥그릇이라 설거지 통에서 부딪혀도 이가 잘 나가지 않게 입술을 두껍게 말았습니다.",
        "Made to be used twice a day: the lip is rolled so that it does not chip in the sink.",
      ),
    ],
    shapes: [
      say(
        "굽을 손가락 한 마디만큼 높여 뜨거울 때도 들 수 있습니다.",
        "The foot is a finger joint high, so it can be lifted while hot.",
      ),
      say(
        "안쪽 바닥이 둥글어 밥알이 모서리에 남지 않습니다.",
        "The floor inside is round and leaves no corner for grains.",
      ),
      say(
        "포개면 굽이 아래 그릇에 닿지 않아 긁히지 않습니다.",
        "Stacked, the foot stays clear of the bowl below.",
      ),
    ],
  },
  child: {
    form: "rice-bowl",
    category: "rice-bowls",
    code: "CB",
    noun: say("아이 밥그릇", "child's rice bowl"),
    widths: [96, 106],
    ratio: 0.52,
    wall: 3.8,
    price: 24_000,
    choice: ["count"],
    first: "level",
    uses: [
      say(
        "작은 손에 맞추어 지름을 {d}로 줄이고 바닥을 무겁게 했습니다.",
        "Cut down to {d} for small hands, with the weight kept low.",
      ),
      say(
        "{ml}쯤 들어가 아이 밥 한 그릇, 어른 죽 반 그릇에 맞습니다.",
        "About {ml}: a child's portion, or half a bowl of porridge.",
      ),
      say(
        "숟가락이 미끄러지지 않게 안쪽 턱을 조금 세웠습니다.",
        "A small ledge inside helps a spoon find its way.",
      ),
    ],
    shapes: [
      say(
        "자라서 밥그릇을 바꾸면 과일 그릇으로 남습니다.",
        "Once outgrown, it stays on as a fruit bowl.",
      ),
      say(
        "굽이 넓어 팔꿈치로 밀어도 잘 넘어지지 않습니다.",
        "Its broad foot is hard to knock over.",
      ),
    ],
  },
  soup: {
    form: "rice-bowl",
    category: "soup-bowls",
    code: "SB",
    noun: say("국그릇", "soup bowl"),
    widths: [134, 150],
    ratio: 0.5,
    wall: 3.6,
    price: 36_000,
    choice: ["size", "count", "glaze"],
    first: "level",
    uses: [
      say(
        "국 두 국자를 담으면 {ml}의 칠 할쯤 차서, 들고 마셔도 넘치지 않습니다.",
        "Two ladles fill it to about two thirds of its {ml}, so it can be lifted and drunk from.",
      ),
      say(
        "지름 {d}, 건더기가 많은 국도 숟가락이 편히 드나듭니다.",
        "At {d} across there is room for a spoon even in a thick soup.",
      ),
      say(
        "미역국과 된장국을 날마다 받는 국그릇입니다.",
        "For seaweed soup and bean paste soup, day after day.",
      ),
      say(
        "떡국처럼 고명을 얹는 국에 쓰면 안쪽 빛이 잘 보입니다.",
        "With rice cake soup and its garnish, the colour inside shows best.",
      ),
    ],
    shapes: [
      say(
        "벽을 밥그릇보다 도톰하게 두어 국물이 쉬이 식지 않습니다.",
        "The wall is thicker than a rice bowl's and keeps soup warm.",
      ),
      say(
        "같은 굽을 깎아 밥그릇과 나란히 두면 높이가 맞습니다.",
        "Trimmed to the same foot, it stands level beside a rice bowl.",
      ),
      say(
        "입술을 살짝 바깥으로 젖혀 마시기 좋습니다.",
        "The lip turns out a little, to drink from.",
      ),
    ],
  },
  lidded: {
    form: "lidded-bowl",
    category: "rice-bowls",
    code: "LR",
    noun: say("뚜껑 밥그릇", "lidded rice bowl"),
    widths: [116, 132],
    ratio: 0.76,
    wall: 3.6,
    price: 62_000,
    choice: ["count"],
    first: "level",
    uses: [
      say(
        "늦게 오는 사람의 밥을 담아 두는 그릇입니다. 뚜껑을 덮으면 삼십 분은 따뜻합니다.",
        "For the rice of whoever comes home late: lidded, it keeps warm for half an hour.",
      ),
      say("뚜껑을 뒤집으면 작은 찬 접시가 됩니다.", "Turned over, the lid is a small side dish."),
      say(
        "밥 {ml}를 담고 덮어 상에 올리면 여는 재미가 있습니다.",
        "Filled with {ml} of rice and covered, it gives something to open at the table.",
      ),
    ],
    shapes: [
      say(
        "뚜껑과 몸을 한 자리에서 구워 틈이 고릅니다.",
        "Lid and bowl are fired as one, and the gap runs even.",
      ),
      say("꼭지를 넓게 눌러 젖은 손으로도 잡힙니다.", "The knob is pressed broad for wet fingers."),
    ],
  },
  porridge: {
    form: "sabal",
    category: "soup-bowls",
    code: "PB",
    noun: say("죽사발", "porridge bowl"),
    widths: [146, 162],
    ratio: 0.42,
    wall: 3.6,
    price: 34_000,
    choice: ["count"],
    first: "level",
    uses: [
      say(
        "입이 벌어져 뜨거운 죽이 가장자리부터 알맞게 식습니다.",
        "Its flared mouth cools hot porridge from the edge inwards.",
      ),
      say(
        "{ml}가 들어가는 사발이라 죽에도 숭늉에도 씁니다.",
        "It holds {ml}, of porridge or of scorched-rice tea.",
      ),
      say(
        "우유에 말아 먹는 아침이나 과일 한 그릇에도 지름 {d}가 알맞습니다.",
        "At {d} it suits cereal and fruit as well.",
      ),
    ],
    shapes: [
      say(
        "굽 안쪽까지 유약을 입혀 상에 물기가 남지 않습니다.",
        "The foot is glazed inside, and leaves no wet ring.",
      ),
      say(
        "벽이 곧게 벌어져 여러 점을 포개 두기 좋습니다.",
        "The straight flare lets several nest.",
      ),
    ],
  },
} satisfies Record<string, Kind>;
