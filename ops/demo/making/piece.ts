import type { GlazeName } from "../drawings/glazes.ts";
import { type Random, seeded } from "../drawings/random.ts";
import { kinds, type KindName } from "../kinds.ts";
import type { Kind } from "../kinds/kind.ts";
import type { Price, Product, Text, Variant } from "../products/product.ts";
import type { Line, Workshop } from "../workshops/workshop.ts";
import { backdropFor } from "./backdrops.ts";
import { type Choice, choiceOf, type Choosable } from "./choices.ts";
import { careOf, materialOf } from "./clays.ts";
import { describe } from "./descriptions.ts";
import { measures } from "./measures.ts";
import { slugOf } from "./names.ts";
import { rounded, tiersOf, worth } from "./prices.ts";
import { picturesOf } from "./seen.ts";
import { stockOf } from "./stock.ts";

export interface Design {
  readonly workshop: Workshop;
  readonly line: Line;
  readonly kind: KindName;
}

const ON_SALE = 0.05;
const IN_TIERS = 0.34;

const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const nameOf = ({ name }: Line, { noun }: Kind): Text => ({
  ko: `${name.ko} ${noun.ko}`,
  en: upper(`${name.en} ${noun.en}`),
});

const glazeWord = /청자|백자|흑유|옹기|재유|진사|비색|분|먹|쪽빛|실금/;

/** Glazes of the same workshop that would suit as well, where the name does not promise one. */
const othersOf = ({ lines }: Workshop, { glaze, motif, name }: Line): readonly GlazeName[] => {
  if (motif !== "none" || glazeWord.test(name.ko)) return [];
  const glazes = lines.filter((line) => line.motif === "none").map((line) => line.glaze);
  return [...new Set(glazes)].filter((one) => one !== glaze && one !== "jinsa");
};

const sizeOf = ({ widths: [low, high], ratio }: Kind, random: Random) => {
  const widthMm = low + Math.round(random() * (high - low));
  return { widthMm, tall: ratio * random.between(0.95, 1.05) };
};

interface Made {
  readonly widthMm: number;
  readonly tall: number;
  readonly sale: number;
}

const variantOf = (
  { workshop, line, kind: name }: Design,
  { widthMm, tall, sale }: Made,
  { pieces = 1, share = 1, glaze = line.glaze }: Partial<Choosable>,
) => {
  const kind: Kind = kinds[name];
  const size = measures(kind.form, {
    widthMm,
    heightMm: Math.max(8, Math.round(widthMm * tall)),
    wall: kind.wall,
  });
  const asked = { kind, glaze, motif: line.motif, level: workshop.level, widthMm };
  const full = worth(asked) * pieces * share;
  const price = rounded(full * sale);
  const listPrice = rounded(full);
  const isCut = price.KRW < listPrice.KRW && price.USD < listPrice.USD;
  return {
    ...size,
    weightG: size.weightG * pieces,
    price: isCut ? price : listPrice,
    ...(isCut && { listPrice }),
  };
};

interface Shelved {
  readonly sku: string;
  readonly units: (won: number) => number;
}

const chosen = (design: Design, made: Made, choice: Choice, { sku, units }: Shelved) => {
  const variants = choice.values.map((value): Variant => {
    const own = variantOf(design, { ...made, widthMm: value.widthMm ?? made.widthMm }, value);
    return {
      sku: `${sku}-${value.code.slice(0, 2).toUpperCase()}`,
      selection: { [choice.by]: value.code },
      ...own,
      stock: units(own.price.KRW),
    };
  });
  const values = choice.values.map(({ code, name }) => ({ code, name }));
  return { option: { code: choice.by, name: choice.name, values }, variants };
};

const saleOf = (random: Random) =>
  random() < ON_SALE ? random.pick([0.9, 0.85, 0.85, 0.8, 0.75]) : 1;

const threeDigits = (value: number) => String(value).padStart(3, "0");

const tiersFor = ({ choice }: Kind, price: Price, random: Random) =>
  choice.includes("count") && random() < IN_TIERS ? tiersOf(price) : undefined;

/** A piece as its workshop would make it: the same for the same design. */
export const pieceOf = (design: Design): Product => {
  const { workshop, line, kind: kindName } = design;
  const kind: Kind = kinds[kindName];
  const hand = `${workshop.code} ${line.name.en} ${kindName}`;
  // A stream of numbers for each matter, so that new words never move a drawing.
  const dice = (matter: string) => seeded(`${hand} ${matter}`);
  const { widthMm, tall } = sizeOf(kind, dice("size"));
  const others = othersOf(workshop, line);
  const choice = choiceOf(kind, line.glaze, others, dice("choice"));
  const made = {
    widthMm: choice?.values[0]?.widthMm ?? widthMm,
    tall,
    sale: saleOf(dice("sale")),
  };
  const code = `${kind.code}${workshop.lines.indexOf(line) + 1}`;
  const sku = `${workshop.code}-${code}-${threeDigits(made.widthMm)}`;
  const units = stockOf(kind.single ?? false, dice("stock"));
  const choices = choice && chosen(design, made, choice, { sku, units });
  const plain = variantOf(design, made, {});
  const own = choices?.variants[0] ?? { ...plain, sku, stock: units(plain.price.KRW) };
  const { selection: _selection, ...first } = { selection: {}, ...own };
  const tiers = choice || own.listPrice ? undefined : tiersFor(kind, own.price, dice("tiers"));
  const name = nameOf(line, kind);
  const drawing = {
    motif: line.motif,
    backdrop: backdropFor(line.glaze, kind, dice("paper")),
    first: kind.first,
    hand,
  };
  return {
    ...first,
    slug: `${slugOf(name.en)}-${workshop.slug}`,
    category: kind.category,
    form: kind.form,
    glaze: line.glaze,
    maker: workshop.maker,
    name,
    noun: kind.noun,
    description: describe({ kind, line, workshop, choice, size: own }, dice("words")),
    material: materialOf(workshop, line.glaze),
    care: careOf(line.glaze, {
      dry: kind.dry ?? false,
      wood: workshop.kiln === "wood",
      inlaid: line.motif === "inlay",
    }),
    ...(tiers && { tiers }),
    ...(choices && { choice: choices }),
    ...(choice?.by === "glaze" && { otherGlazes: others.slice(0, 2) }),
    images: [
      ...picturesOf(kind.noun, { glaze: line.glaze, drawing }),
      ...(choice?.by === "glaze" ? others.slice(0, 2) : []).flatMap((glaze) =>
        picturesOf(kind.noun, { glaze, drawing }).map((image) => ({ ...image, glaze })),
      ),
    ],
    drawing,
  };
};
