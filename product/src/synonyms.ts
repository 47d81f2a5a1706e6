import { lexemeOf } from "./folding.ts";

/** Words that mean the same to a shopper, in either language. */
const groups = [
  ["찻잔", "찻종", "teacup"],
  ["다관", "찻주전자", "주전자", "teapot", "kettle"],
  ["다완", "찻사발", "chawan", "matcha"],
  ["머그", "머그잔", "머그컵", "mug"],
  ["항아리", "단지", "독", "jar"],
  ["접시", "플레이트", "plate", "dish"],
  ["그릇", "사발", "볼", "공기", "bowl"],
  ["잔", "컵", "cup"],
  ["병", "bottle", "flask"],
  ["화병", "꽃병", "매병", "vase"],
  ["쟁반", "트레이", "tray"],
  ["합", "함", "상자", "box"],
  ["청자", "celadon"],
  ["백자", "porcelain"],
  ["분청", "buncheong", "punchong"],
  ["옹기", "onggi", "earthenware"],
  ["흑유", "tenmoku", "temmoku"],
  ["면기", "국수", "noodle", "ramen"],
  ["종지", "간장", "sauce", "soy"],
  ["향꽂이", "향", "incense"],
  ["실금", "빙렬", "crackle", "craquelure"],
  ["물주전자", "피처", "저그", "pitcher", "jug"],
  ["파란", "푸른", "쪽빛", "청화", "blue", "cobalt", "indigo"],
  ["하얀", "흰", "백색", "white"],
  ["검은", "검정", "까만", "흑유", "black", "tenmoku"],
  ["초록", "녹색", "비색", "녹유", "green"],
  ["붉은", "빨간", "진사", "red"],
  ["소주", "술", "soju", "sake"],
  ["밥", "공기", "rice"],
  ["밥그릇", "밥공기"],
  ["화분", "planter", "flowerpot"],
  ["수저받침", "숟가락받침"],
  ["국", "탕", "soup"],
  ["차", "tea"],
].map((group) => group.map(lexemeOf));

/** The other words of every group a word stands in. */
export const synonymsOf = (lexeme: string) => [
  ...new Set(groups.filter((group) => group.includes(lexeme)).flat()),
];
