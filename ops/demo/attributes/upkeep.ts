import { care } from "../products/makers.ts";
import type { Text } from "../products/product.ts";

/** What a piece may be put through. */
export const upkeep = {
  dishwasher: { ko: "식기세척기 가능", en: "Dishwasher safe" },
  microwave: { ko: "전자레인지 가능", en: "Microwave safe" },
  "hand-wash": { ko: "손설거지", en: "Wash by hand" },
} satisfies Record<string, Text>;

/** What its care says, as what it can be filtered by. */
export const upkeepOf = (told: Text): readonly (keyof typeof upkeep)[] => {
  if (told === care.everyday) return ["dishwasher", "microwave"];
  if (told === care.noMicrowave) return ["dishwasher"];
  return told === care.dust ? [] : ["hand-wash"];
};
