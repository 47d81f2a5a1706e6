import { type Kind, say } from "./kind.ts";

export const bowls = {
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
  kimchi: {
    form: "side-dish",
    category: "small-dishes",
    code: "KB",
    noun: say("김치 보시기", "kimchi bowl"),
    widths: [112, 126],
    ratio: 0.5,
    wall: 3.6,
    price: 26_000,
    choice: ["count"],
    first: "above",
    uses: [
      say(
        "김치 한 보시기, 물김치라면 {ml}까지 담습니다.",
        "For one helping of kimchi, or {ml} of the watery kind.",
      ),
      say(
        "국물이 자박한 찬을 담아도 젓가락이 벽에 걸리지 않습니다.",
        "Chopsticks move freely even in a dish with juice.",
      ),
      say(
        "빨간 물이 들지 않도록 안쪽 유약을 두 번 입혔습니다.",
        "Glazed twice inside, so that red pepper does not stain.",
      ),
    ],
    shapes: [
      say(
        "벽이 곧아 냉장고 칸에 나란히 놓입니다.",
        "The upright wall lines up on a refrigerator shelf.",
      ),
      say("조금 깊어 뚜껑처럼 접시를 덮어 둘 수 있습니다.", "Deep enough to cover with a plate."),
    ],
  },
  side: {
    form: "side-dish",
    category: "small-dishes",
    code: "SI",
    noun: say("찬기", "side dish"),
    widths: [96, 112],
    ratio: 0.42,
    wall: 3.4,
    price: 19_000,
    choice: ["count", "size", "glaze"],
    first: "above",
    uses: [
      say(
        "나물 한 젓가락씩 세 사람이 먹을 만큼 담깁니다.",
        "Holds enough seasoned greens for three.",
      ),
      say(
        "지름 {d}의 찬기 셋이면 혼자 먹는 상이 찹니다.",
        "Three of these at {d} fill a table for one.",
      ),
      say(
        "멸치볶음처럼 마른 찬, 장조림처럼 국물 있는 찬을 가리지 않습니다.",
        "For dry dishes and for those with a little sauce.",
      ),
      say(
        "땅콩이나 올리브를 담아 술상에도 올립니다.",
        "It also brings nuts or olives to go with a drink.",
      ),
    ],
    shapes: [
      say("같은 것끼리 포개면 다섯 점이 한 뼘입니다.", "Five of them stack no taller than a hand."),
      say(
        "바닥을 평평하게 깎아 두부가 기울지 않습니다.",
        "The floor is flat, so tofu does not lean.",
      ),
    ],
  },
  sauce: {
    form: "sauce-dish",
    category: "small-dishes",
    code: "SD",
    noun: say("종지", "sauce dish"),
    widths: [74, 90],
    ratio: 0.33,
    wall: 3,
    price: 13_000,
    choice: ["count"],
    first: "above",
    uses: [
      say(
        "간장 두 숟가락이면 바닥이 찰랑합니다.",
        "Two spoonfuls of soy sauce just cover its floor.",
      ),
      say(
        "초장과 기름장을 따로 낼 때 두 점이 있으면 좋습니다.",
        "With two of them, vinegar sauce and oil go separately.",
      ),
      say(
        "{ml}들이 작은 종지, 쌈장이나 소금을 담기에 알맞습니다.",
        "A small dish of {ml}, right for bean paste or salt.",
      ),
      say(
        "티백을 건져 두거나 반지를 빼 두는 데도 씁니다.",
        "Also for a tea bag, or for rings while washing up.",
      ),
    ],
    shapes: [
      say("입술을 얇게 눌러 따라 부을 수 있습니다.", "The lip is thin enough to pour from."),
      say(
        "포개지는 굽이라 여섯 점도 자리를 적게 차지합니다.",
        "They nest, so six take little room.",
      ),
    ],
  },
  footed: {
    form: "footed-dish",
    category: "small-dishes",
    code: "FD",
    noun: say("굽접시", "footed dish"),
    widths: [142, 186],
    ratio: 0.4,
    wall: 4,
    price: 54_000,
    choice: ["size"],
    first: "level",
    uses: [
      say(
        "제사상의 굽접시를 낮추어 떡과 과일을 올리게 했습니다.",
        "The footed dish of the ancestral rite, lowered for rice cakes and fruit.",
      ),
      say(
        "지름 {d} 위에 한과를 쌓으면 키가 한 뼘이 됩니다.",
        "Sweets piled on its {d} stand a hand high.",
      ),
      say(
        "상에 높낮이를 만들고 싶을 때 가운데 놓습니다.",
        "It goes in the middle where a table wants some height.",
      ),
    ],
    shapes: [
      say(
        "굽을 따로 빚어 붙이고 이음매를 손가락으로 눌러 마무리했습니다.",
        "The stem is thrown apart, joined and pressed smooth by thumb.",
      ),
      say(
        "굽이 넓어 한쪽에 무게가 실려도 기울지 않습니다.",
        "The stem is broad enough for a load on one side.",
      ),
    ],
  },
} satisfies Record<string, Kind>;
