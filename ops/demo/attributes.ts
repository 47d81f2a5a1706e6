import { crafts, patterns, techniques } from "./attributes/crafts.ts";
import { formNames } from "./attributes/forms.ts";
import { glazeNames } from "./attributes/glazes.ts";
import { upkeep, upkeepOf } from "./attributes/upkeep.ts";
import type { Product, Text } from "./products/product.ts";
import { workshops } from "./workshops.ts";
import { regions } from "./workshops/regions.ts";

const codeOf = ({ en }: Text) =>
  en
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
const named = (names: Record<string, Text>) =>
  Object.entries(names).map(([code, name]) => ({ code, name }));
const makers = Object.fromEntries(workshops.map(({ maker }) => [codeOf(maker), maker]));
const regionOf = new Map(workshops.map(({ maker, region }) => [maker, region]));

/** What the goods are told apart by, with every value there is. */
export const attributes = [
  { code: "glaze", name: { ko: "유약", en: "Glaze" }, values: named(glazeNames) },
  { code: "form", name: { ko: "형태", en: "Form" }, values: named(formNames) },
  { code: "maker", name: { ko: "공방", en: "Maker" }, values: named(makers) },
  { code: "technique", name: { ko: "기법", en: "Technique" }, values: named(techniques) },
  { code: "pattern", name: { ko: "무늬", en: "Pattern" }, values: named(patterns) },
  { code: "care", name: { ko: "관리", en: "Care" }, values: named(upkeep) },
  { code: "region", name: { ko: "고장", en: "Region" }, values: named(regions) },
];

/** A piece's own values; of the glaze all that it can be had in, its own first. */
export const attributesOf = (product: Product) => {
  const { technique, pattern } = crafts[product.drawing.motif];
  const region = regionOf.get(product.maker);
  return [
    ...[product.glaze, ...(product.otherGlazes ?? [])].map((value) => ({
      attribute: "glaze",
      value,
    })),
    { attribute: "form", value: product.form },
    { attribute: "maker", value: codeOf(product.maker) },
    { attribute: "technique", value: technique },
    ...(pattern ? [{ attribute: "pattern", value: pattern }] : []),
    ...upkeepOf(product.care).map((value) => ({ attribute: "care", value })),
    ...(region ? [{ attribute: "region", value: region }] : []),
  ];
};
