import type { Language } from "@jangteo/shared/contract";
import type { Currency } from "@jangteo/shared/money";

import { Product, ProductSummary, Variant } from "../contract.ts";
import { costOf, nextChange } from "../pricing.ts";
import { ratingOf, scoreOf } from "../rating.ts";
import type { Source } from "./source.ts";

const CardSummary = ProductSummary.omit({ availability: true, stock: true, highlights: true });
const CardDetail = Product.omit({ availability: true, stock: true, variants: true });
const CardVariant = Variant.omit({ availability: true, stock: true });

const sizeOf = ({ width, height, depth }: { width: number; height: number; depth: number }) => ({
  width,
  height,
  depth,
});

const shownBy = ({ selection }: Source["pictures"][number]["picture"]) => {
  const values = Object.entries(selection).map(([option, value]) => ({ option, value }));
  return values.length === 0 ? {} : { selection: values };
};

const picturesOf = ({ pictures }: Source, language: Language) =>
  pictures.map(({ picture, media }) => ({
    url: `/media/${media.file}`,
    view: picture.view,
    alt: picture.alt[language],
    ...shownBy(picture),
    width: media.width,
    height: media.height,
    sources: media.renditions.map(({ file, ...rest }) => ({ ...rest, url: `/media/${file}` })),
  }));

const attributesOf = ({ attributes }: Source, language: Language) =>
  [...Map.groupBy(attributes, ({ code }) => code)].flatMap(([code, rows]) => {
    const values = rows.map(({ value }) => ({ code: value.code, name: value.name[language] }));
    return rows.slice(0, 1).map(({ name }) => ({ code, name: name[language], values }));
  });

const optionsOf = ({ options }: Source, language: Language) =>
  options.map(({ code, name, values }) => ({
    code,
    name: name[language],
    values: values.map((value) => ({ code: value.code, name: value.name[language] })),
  }));

const costsOf = ({ variants }: Source, currency: Currency, now: Date) =>
  variants.flatMap((variant) => {
    const cost = costOf(variant.prices, currency, now);
    return cost ? [{ variant, cost }] : [];
  });

/** The one card of a product for a language and a currency; none where it has no price. */
export const cardOf = (source: Source, language: Language, currency: Currency, now: Date) => {
  const { product, path } = source;
  const costs = costsOf(source, currency, now);
  const [cheapest] = costs.toSorted((a, b) => a.cost.price.amount - b.cost.price.amount);
  const [first] = costs;
  const category = path.at(-1);
  if (!cheapest || !first || !category) return [];
  const attributes = attributesOf(source, language);
  const valueOf = (code: string) => attributes.find((one) => one.code === code)?.values[0];
  const pictures = picturesOf(source, language);
  const { tiers: _tiers, ...cost } = cheapest.cost;
  const shared = {
    id: product.id,
    slug: product.slug,
    name: product.name[language],
    category: { slug: category.slug, name: category.name[language] },
    form: valueOf("form")?.code ?? "",
    glaze: valueOf("glaze")?.code ?? "",
    maker: valueOf("maker")?.name ?? "",
    size: sizeOf(first.variant),
    ...cost,
    priceVaries: costs.some((one) => one.cost.price.amount !== cost.price.amount),
    variantId: costs.length === 1 ? first.variant.id : null,
    ...ratingOf(source.rating),
  };
  const summary = CardSummary.parse({
    ...shared,
    picture: pictures.find(({ selection }) => !selection) ?? pictures[0] ?? null,
  });
  const detail = CardDetail.parse({
    ...shared,
    sku: first.variant.sku,
    weight: first.variant.weight,
    capacity: first.variant.capacity,
    description: product.description[language],
    material: product.material[language],
    care: product.care[language],
    pictures,
    path: path.map(({ slug, name }) => ({ slug, name: name[language] })),
    collections: source.collections.map(({ slug, name }) => ({ slug, name: name[language] })),
    attributes,
    options: optionsOf(source, language),
  });
  const variants = costs.map(({ variant, cost: own }) => {
    const { id, sku, weight, capacity } = variant;
    const selection = source.options.flatMap(({ code }) => {
      const value = variant.selection[code];
      return value === undefined ? [] : [{ option: code, value }];
    });
    return CardVariant.parse({
      id,
      sku,
      selection,
      size: sizeOf(variant),
      weight,
      capacity,
      ...own,
    });
  });
  const { id, slug, position, createdAt } = product;
  const own = { productId: id, currency };
  return [
    {
      listing: {
        ...own,
        ...{ position, createdAt, amount: cost.price.amount, score: scoreOf(source.rating) },
        categories: path.map((one) => one.slug),
        collections: source.collections.map((one) => one.slug),
        attributes: source.attributes.map(({ code, value }) => `${code}:${value.code}`),
        staleAt: nextChange(source.prices, now),
      },
      card: {
        ...own,
        ...{ language, slug },
        summary: JSON.stringify(summary),
        detail: JSON.stringify(detail),
        variantIds: variants.map((one) => one.id),
        variants: variants.map((one) => JSON.stringify(one)),
      },
    },
  ];
};
