/** What a demo buyer says of a piece: its slug, 1 to 5 points, and the words. */
type Said = readonly [slug: string, rating: number, text: string];

type Buyer = { email: string; name: string; language: "ko" | "en"; said: readonly Said[] };

const buyer = (
  email: string,
  name: string,
  language: Buyer["language"],
  ...said: Said[]
): Buyer => ({
  ...{ email: `${email}@jangteo.example`, name, language, said },
});

/** Who bought at the demo shop before it opens, and what they say of what arrived. */
export const buyers: readonly Buyer[] = [
  buyer(
    "seoyeon",
    "서연",
    "ko",
    [
      "white-rice-bowl",
      5,
      "밥을 담으면 흰빛이 더 따뜻해 보입니다. 굽이 높아 뜨거운 밥도 편하게 듭니다.",
    ],
    ["white-sauce-dish", 5, "간장 조금, 초장 조금. 상에 늘 두 개씩 올라갑니다. 설거지도 쉽습니다."],
    [
      "porcelain-spoon-rest",
      4,
      "숟가락이 구르지 않아 좋습니다. 조금 더 길었으면 젓가락까지 편했겠습니다.",
    ],
    ["celadon-tea-bowl", 5, "물을 부으면 빛깔이 살아납니다. 손안에 꼭 맞습니다."],
    [
      "moon-jar",
      5,
      "현관에 두었더니 집이 조용해졌습니다. 이어 붙인 자리가 살짝 보이는 것이 더 좋습니다.",
    ],
    [
      "crackle-side-plate",
      4,
      "나물 한 줌 담기에 알맞습니다. 실금에 물이 들까 걱정했는데 아직 그대로입니다.",
    ],
  ),
  buyer(
    "doyun",
    "도윤",
    "ko",
    ["black-mug", 5, "두툼해서 커피가 오래 식지 않습니다. 손잡이에 손가락 셋이 들어갑니다."],
    ["onggi-mixing-bowl", 5, "비빔밥을 비벼도 밖으로 튀지 않는 깊이입니다. 생각보다 가볍습니다."],
    ["celadon-soju-cup", 4, "석 잔 샀습니다. 한 모금에 딱 맞는 크기인데 입술이 조금 두껍습니다."],
    [
      "ash-round-plate",
      5,
      "생선 한 마리가 넉넉히 올라갑니다. 불자국이 접시마다 달라 고르는 재미가 있습니다.",
    ],
    ["hares-fur-tea-bowl", 5, "햇빛 아래서 보면 털무늬가 정말로 흘러내립니다. 사진보다 낫습니다."],
    [
      "cobalt-tray",
      3,
      "빛깔은 참 고운데 가운데가 아주 조금 휘었습니다. 쓰는 데는 문제가 없습니다.",
    ],
  ),
  buyer(
    "james-h",
    "James H.",
    "en",
    [
      "white-rice-bowl",
      5,
      "Lighter than it looks, and the foot really does stay cool. We use four every day.",
    ],
    [
      "black-mug",
      4,
      "Lovely in the hand and holds its heat. The glaze runs a little thick near the foot.",
    ],
    [
      "moon-jar",
      5,
      "It leans a little, as they said it would. I have stopped looking at anything else in the room.",
    ],
    [
      "celadon-tea-bowl",
      4,
      "A shade bluer than the picture, and deeper. I like it better for that.",
    ],
    ["buncheong-pitcher", 5, "Pours without a drip. The brush marks catch the evening light."],
  ),
  buyer(
    "haeun",
    "하은",
    "ko",
    ["plum-soup-bowl", 5, "국을 다 먹으면 매화가 나옵니다. 아이가 그 재미로 국을 끝까지 먹습니다."],
    [
      "orchid-tea-cup",
      4,
      "얇아서 입에 닿는 느낌이 좋습니다. 뜨거운 차를 부으면 잡기가 조금 뜨겁습니다.",
    ],
    ["white-rice-bowl", 4, "크기와 두께가 좋습니다. 한 그릇은 유약에 작은 점이 하나 있었습니다."],
    ["swept-lidded-box", 5, "반지를 넣어 둡니다. 뚜껑이 닫힐 때 나는 소리까지 마음에 듭니다."],
    ["round-celadon-teapot", 5, "물줄기가 곱게 끊어집니다. 기다려서 산 보람이 있습니다."],
    ["inlaid-celadon-vase", 5, "꽃 없이 세워 두어도 됩니다. 상감이 아주 또렷합니다."],
  ),
  buyer(
    "minjun",
    "민준",
    "ko",
    [
      "buncheong-noodle-bowl",
      5,
      "칼국수 한 그릇이 넘치지 않고 담깁니다. 집에서 먹어도 사 먹는 기분입니다.",
    ],
    ["ash-mug", 4, "재유의 색이 차분합니다. 밑바닥이 조금 거칠어 받침을 씁니다."],
    ["onggi-storage-jar", 5, "된장을 옮겨 담았습니다. 뚜껑이 묵직해서 마음이 놓입니다."],
    ["white-sauce-dish", 4, "작은데 제법 깊어 국물 있는 것도 담깁니다. 겹쳐 두기도 좋습니다."],
    ["celadon-soju-cup", 5, "아버지께 드렸더니 반주가 즐거워지셨다고 합니다."],
  ),
  buyer(
    "clara",
    "Clara",
    "en",
    [
      "plum-soup-bowl",
      5,
      "Each branch is a little different. Mine has one bud that has not opened yet.",
    ],
    [
      "cobalt-scroll-plate",
      5,
      "The blue is alive. It came wrapped as if it were going round the world, and it was.",
    ],
    [
      "crackle-incense-holder",
      4,
      "Quiet and well made. Ash falls outside when the stick is a long one.",
    ],
    ["white-sauce-dish", 5, "Bought two, came back for six. They stack neatly."],
    ["brushed-buncheong-bottle", 5, "One branch in it and the table is set."],
    ["orchid-tea-cup", 5, "Thin, clear, and it rings when you set it down."],
  ),
  buyer(
    "jiwoo",
    "지우",
    "ko",
    [
      "celadon-tea-bowl",
      5,
      "말차를 풀면 거품이 돋보이는 빛깔입니다. 안쪽이 둥글어 차선이 걸리지 않습니다.",
    ],
    [
      "cobalt-scroll-plate",
      4,
      "떡을 담으면 무늬가 둘레에 남아 곱습니다. 크기를 보고 사시기 바랍니다. 생각보다 큽니다.",
    ],
    ["crackle-incense-holder", 5, "향 하나 꽂아 두면 방이 정돈됩니다. 작아서 어디에나 놓습니다."],
    ["porcelain-spoon-rest", 5, "손님상에 올리면 다들 어디서 샀는지 묻습니다."],
    ["black-mug", 5, "아침마다 이 잔부터 찾습니다. 검은빛 속에 갈색이 비칩니다."],
  ),
  buyer(
    "hana-k",
    "Hana K.",
    "en",
    [
      "onggi-mixing-bowl",
      4,
      "Deep, sturdy, honest. Heavier than porcelain, of course, so I keep it on the low shelf.",
    ],
    [
      "ash-round-plate",
      4,
      "Warm brown with green where the ash ran. One of my two is a few millimetres wider.",
    ],
    [
      "hares-fur-tea-bowl",
      5,
      "Tea looks like night in it. The streaks are finer than I dared to hope.",
    ],
    ["ash-mug", 5, "My office mug now. It survived the move and two colleagues."],
    [
      "buncheong-noodle-bowl",
      4,
      "Big enough for a proper bowl of noodles. Takes a lot of room in the rack.",
    ],
  ),
];

/** How many of a piece they bought: they had one each. */
export const soldBefore = (slug: string): number =>
  buyers.filter(({ said }) => said.some(([of]) => of === slug)).length;
