import { type Kind, say } from "./kind.ts";

export const smallDishes = {
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
