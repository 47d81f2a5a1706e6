import { pictureName } from "../pictures.ts";
import type { Image, Product } from "../products/product.ts";
import { picturesOf } from "./seen.ts";

/** Which drawing each shipped picture was made of, by the picture's name. */
export type Drawn = Readonly<Record<string, string>>;

const has = (drawn: Drawn, product: Product, image: Pick<Image, "view" | "glaze">) =>
  pictureName(product, image) in drawn;

const keysOf = ({ form, glaze, drawing }: Product) => [
  `${form} ${glaze} ${drawing.motif}`,
  `${form} ${glaze}`,
  form,
];

const lentBy = (lender: Product, product: Product): Product => {
  const seen = picturesOf(product.noun, lender);
  return {
    ...product,
    images: lender.images
      .filter(({ glaze }) => glaze === undefined)
      .flatMap(({ view }) => seen.filter((image) => image.view === view)),
    drawing: { ...product.drawing, like: lender.slug },
  };
};

/**
 * Every piece with the pictures that are there: its own, or, until those are drawn, those of the
 * piece most like it.
 */
export const withPictures = (all: readonly Product[], drawn: Drawn): readonly Product[] => {
  const shown = all
    .filter((product) => has(drawn, product, { view: "main" }))
    .map((product) => ({
      ...product,
      images: product.images.filter((image) => has(drawn, product, image)),
    }));
  const own = new Map(shown.map((product) => [product.slug, product]));
  const lenders = new Map(
    shown.toReversed().flatMap((product) => keysOf(product).map((key) => [key, product])),
  );
  return all.map((product) => {
    const lender = keysOf(product)
      .map((key) => lenders.get(key))
      .find((one) => one !== undefined);
    const itself = own.get(product.slug);
    if (itself) return itself;
    return lender ? lentBy(lender, product) : product;
  });
};

/** The order to draw in: first what shows the most others, so that few have to borrow. */
export const inOrderOfNeed = (all: readonly Product[]): readonly Product[] => {
  const first = (level: number) => {
    const seen = new Set<string>();
    return all.filter((product) => {
      const key = keysOf(product)[level] ?? "";
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew;
    });
  };
  return [...new Set([...first(2), ...first(1), ...first(0), ...all])];
};
