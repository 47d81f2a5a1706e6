import type { Random } from "../drawings/random.ts";
import type { Kind } from "../kinds/kind.ts";
import type { Text } from "../products/product.ts";
import type { Line, Workshop } from "../workshops/workshop.ts";
import type { Choice } from "./choices.ts";
import type { Measures } from "./measures.ts";
import { measured } from "./units.ts";

const otherGlazes: readonly Text[] = [
  {
    ko: "유약만 다르고 흙과 모양은 같아, 빛깔을 섞어 써도 한 벌로 보입니다.",
    en: "Only the glaze differs: clay and form are the same, and mixed colours still look like a set.",
  },
  {
    ko: "같은 모양을 다른 유약으로도 구웠으니 빛깔을 골라 보세요.",
    en: "The same form is fired in other glazes too, so there is a colour to choose.",
  },
];
const sets: readonly Text[] = [
  {
    ko: "두 점 넘게 고르시면 같은 날 구운 것으로 짝을 맞추어 보냅니다.",
    en: "Choose more than one and they come matched, from the same firing.",
  },
  {
    ko: "여럿이면 포개어 상자 하나에 담습니다.",
    en: "Several come nested in one box.",
  },
];

const hasMeasure = ({ ko }: Text) => ko.includes("{");
const joined = (sentences: readonly Text[]): Text => ({
  ko: sentences.map(({ ko }) => ko).join(" "),
  en: sentences.map(({ en }) => en).join(" "),
});

interface Told {
  readonly kind: Kind;
  readonly line: Line;
  readonly workshop: Workshop;
  readonly choice: Choice | null;
  readonly size: Measures;
}

/** Two or three sentences: what it is for, how it is made, and sometimes who makes it. */
export const describe = ({ kind, line, workshop, choice, size }: Told, random: Random): Text => {
  const manySizes = choice?.by === "size";
  const fitting = (all: readonly Text[]) =>
    manySizes ? all.filter((one) => !hasMeasure(one)) : all;
  const use = random.pick(fitting(kind.uses).length > 0 ? fitting(kind.uses) : kind.uses);
  const shape = random.pick(fitting(kind.shapes).length > 0 ? fitting(kind.shapes) : kind.shapes);
  const made = choice?.by === "glaze" ? random.pick(otherGlazes) : random.pick(line.made);
  const dice = random();
  const more =
    choice?.by === "count" && dice < 0.4 ? random.pick(sets) : random.pick(workshop.voices);
  const orders: readonly (readonly Text[])[] = [
    [use, made],
    [made, use],
    [use, shape, made],
    [made, use, shape],
    [use, made, more],
    [made, shape],
    [shape, made, use],
  ];
  return measured(joined(random.pick(orders)), size);
};
