import type { Product, Variant } from "@jangteo/product/contract";

import type { Search } from "./choices";

const has = (variant: Variant, option: string, value: string) =>
  variant.selection.some((one) => one.option === option && one.value === value);

/** The variant that fits the wishes best, of equal ones what can be bought; undefined without options. */
const nearest = (piece: Product, wished: [option: string, value: string][]) => {
  const fit = (variant: Variant) =>
    2 * wished.filter(([option, value]) => has(variant, option, value)).length +
    (variant.availability === "sold_out" ? 0 : 1);
  return piece.options.length === 0
    ? undefined
    : piece.variants.toSorted((a, b) => fit(b) - fit(a))[0];
};

/** What the address asks for, as far as there is such a variant. */
export const chosenVariant = (piece: Product, search: Search) =>
  nearest(
    piece,
    piece.options.map(({ code }) => [code, [search[code] ?? ""].flat()[0] ?? ""]),
  );

const hrefOf = (slug: string, { selection }: Variant) =>
  `/products/${slug}?${new URLSearchParams(selection.map(({ option, value }): [string, string] => [option, value]))}`;

/** Each option's values, with the address at which everything else stays chosen as far as it can. */
export const choicesOf = (piece: Product, chosen: Variant) =>
  piece.options.map(({ code, name, values }) => ({
    code,
    name,
    values: values.flatMap((value) => {
      const others = chosen.selection.filter(({ option }) => option !== code);
      const wished = others.map((one): [string, string] => [one.option, one.value]);
      const sold = piece.variants.filter((variant) => has(variant, code, value.code));
      const variant = nearest({ ...piece, variants: sold }, wished);
      return variant === undefined
        ? []
        : [
            {
              ...value,
              href: hrefOf(piece.slug, variant),
              isChosen: has(chosen, code, value.code),
              isSoldOut: variant.availability === "sold_out",
            },
          ];
    }),
  }));

/** The variant's own pictures; those of the product where it has none. */
const picturesOf = ({ pictures }: Product, variant: Variant) => {
  const own = pictures.filter(({ selection }) =>
    selection?.every(({ option, value }) => has(variant, option, value)),
  );
  return own.length > 0 ? own : pictures.filter(({ selection }) => selection === undefined);
};

/** The product as it is when this variant is bought: its pictures, and drawn in its glaze where that is chosen. */
export const asVariant = (piece: Product, variant: Variant | undefined): Product => {
  if (!variant) return piece;
  const glaze = variant.selection.find(({ option }) => option === "glaze")?.value ?? piece.glaze;
  return { ...piece, ...variant, id: piece.id, glaze, pictures: picturesOf(piece, variant) };
};
