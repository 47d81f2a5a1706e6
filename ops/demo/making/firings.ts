import type { Text } from "../products/product.ts";

/** The twenty-four terms of the year, by which a firing is named. */
export const terms: readonly Text[] = [
  { ko: "입춘", en: "Spring begins" },
  { ko: "우수", en: "Rain water" },
  { ko: "경칩", en: "Insects wake" },
  { ko: "춘분", en: "Spring equinox" },
  { ko: "청명", en: "Clear and bright" },
  { ko: "곡우", en: "Grain rain" },
  { ko: "입하", en: "Summer begins" },
  { ko: "소만", en: "Grain fills" },
  { ko: "망종", en: "Grain in ear" },
  { ko: "하지", en: "Summer solstice" },
  { ko: "소서", en: "Lesser heat" },
  { ko: "대서", en: "Greater heat" },
  { ko: "입추", en: "Autumn begins" },
  { ko: "처서", en: "Heat ends" },
  { ko: "백로", en: "White dew" },
  { ko: "추분", en: "Autumn equinox" },
  { ko: "한로", en: "Cold dew" },
  { ko: "상강", en: "Frost falls" },
  { ko: "입동", en: "Winter begins" },
  { ko: "소설", en: "Lesser snow" },
  { ko: "대설", en: "Greater snow" },
  { ko: "동지", en: "Winter solstice" },
  { ko: "소한", en: "Lesser cold" },
  { ko: "대한", en: "Greater cold" },
];

/** Where in the kiln it stood. */
export const places: readonly Text[] = [
  { ko: "가마", en: "firing" },
  { ko: "앞불", en: "front of the kiln" },
  { ko: "뒷불", en: "back of the kiln" },
  { ko: "윗칸", en: "upper chamber" },
  { ko: "아랫칸", en: "lower chamber" },
];

/** Which year after the first of a design; the first goes without saying. */
export const years: readonly Text[] = [
  { ko: "", en: "" },
  { ko: "이듬해", en: "second year" },
  { ko: "세 해째", en: "third year" },
  { ko: "네 해째", en: "fourth year" },
  { ko: "다섯 해째", en: "fifth year" },
  { ko: "여섯 해째", en: "sixth year" },
  { ko: "일곱 해째", en: "seventh year" },
  { ko: "여덟 해째", en: "eighth year" },
  { ko: "아홉 해째", en: "ninth year" },
];
