import { glazeNames } from "../attributes/glazes.ts";
import type { GlazeName } from "../drawings/glazes.ts";
import type { Random } from "../drawings/random.ts";
import type { Kind } from "../kinds/kind.ts";
import type { Option, Text } from "../products/product.ts";

const sizes: readonly Option["values"][number][] = [
  { code: "small", name: { ko: "작은 것", en: "Small" } },
  { code: "medium", name: { ko: "중간", en: "Medium" } },
  { code: "large", name: { ko: "큰 것", en: "Large" } },
];
const counts: readonly (Option["values"][number] & { readonly pieces: number })[] = [
  { code: "one", name: { ko: "한 점", en: "One" }, pieces: 1 },
  { code: "two", name: { ko: "두 점", en: "Two" }, pieces: 2 },
  { code: "four", name: { ko: "네 점", en: "Four" }, pieces: 4 },
];
const names: Record<Kind["choice"][number], Text> = {
  size: { ko: "크기", en: "Size" },
  count: { ko: "개수", en: "Number" },
  glaze: { ko: "유약", en: "Glaze" },
};
const SET_PRICE = [1, 0.97, 0.94];

/** One thing to choose, as what it makes of the piece. */
export interface Choosable {
  readonly code: string;
  readonly name: Text;
  readonly widthMm?: number;
  readonly pieces?: number;
  readonly glaze?: GlazeName;
  /** Of the price for each piece. */
  readonly share?: number;
}

export interface Choice {
  readonly by: Kind["choice"][number];
  readonly name: Text;
  readonly values: readonly Choosable[];
}

const widthsOf = ([low, high]: Kind["widths"], random: Random): readonly Choosable[] => {
  const three = random() < 0.7;
  const middle = Math.round((low + high) / 2);
  const widths = three ? [low, middle, high] : [low, high];
  const values = three ? sizes : [sizes[0], sizes[2]];
  return widths.flatMap((widthMm, index) => {
    const value = values[index];
    return value ? [{ ...value, widthMm }] : [];
  });
};

const setsOf = (random: Random): readonly Choosable[] =>
  counts
    .map((value, index) => ({ ...value, share: SET_PRICE[index] ?? 1 }))
    .slice(0, random() < 0.65 ? 3 : 2);

/** How many of those that could be chosen by this are. */
const share: Record<Kind["choice"][number], number> = { size: 0.42, count: 0.3, glaze: 0.75 };

/** What a shopper chooses a piece by, if by anything; `others` are glazes it can have besides its own. */
export const choiceOf = (
  { choice, widths }: Kind,
  glaze: GlazeName,
  others: readonly GlazeName[],
  random: Random,
): Choice | null => {
  const byGlazeFirst = choice.toSorted((a, b) => Number(b === "glaze") - Number(a === "glaze"));
  const by = byGlazeFirst.find(
    (one) => random() < share[one] && (one !== "glaze" || others.length > 0),
  );
  if (by === undefined) return null;
  const name = names[by];
  if (by === "size") return { by, name, values: widthsOf(widths, random) };
  if (by === "count") return { by, name, values: setsOf(random) };
  const values = [glaze, ...others.slice(0, 2)].map((one) => ({
    code: one,
    name: glazeNames[one],
    glaze: one,
  }));
  return { by, name, values };
};
