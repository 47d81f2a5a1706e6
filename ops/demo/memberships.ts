import type { CollectionSlug } from "./collections.ts";
import { seeded } from "./drawings/random.ts";
import { makers } from "./products/makers.ts";
import type { Product } from "./products/product.ts";

type Rule = (product: Product) => boolean;

const stands =
  (...shelves: Product["category"][]): Rule =>
  ({ category }) =>
    shelves.includes(category);

/** A choice of so many in a hundred, the same at every start. */
const picked = ({ slug }: Product, collection: CollectionSlug, share: number) =>
  seeded(`${collection} ${slug}`)() < share;

const isPlain: Rule = ({ drawing }) => drawing.motif === "none";

const rules: Record<CollectionSlug, Rule> = {
  "new-from-the-kiln": (product) => picked(product, "new-from-the-kiln", 0.05),
  "maker-of-the-month": ({ maker }) => maker === makers.heukdam,
  "for-one": (product) =>
    stands("rice-bowls", "soup-bowls", "noodle-bowls", "mugs", "trays")(product) &&
    product.price.KRW < 60_000 &&
    picked(product, "for-one", 0.3),
  "korean-table": (product) =>
    stands("rice-bowls", "soup-bowls", "small-dishes", "rests")(product) &&
    picked(product, "korean-table", 0.4),
  "tea-table": (product) =>
    stands("teapots", "tea-cups", "tea-bowls", "pitchers", "trays")(product) &&
    picked(product, "tea-table", 0.35),
  "white-on-white": (product) => product.glaze === "porcelain" && isPlain(product),
  "wedding-gifts": (product) =>
    stands("rice-bowls", "lidded-boxes", "moon-jars", "teapots", "plates")(product) &&
    product.price.KRW >= 60_000 &&
    picked(product, "wedding-gifts", 0.5),
  "under-30000-won": ({ price }) => price.KRW < 30_000,
  "onggi-outdoors": (product) =>
    stands("planters")(product) || (product.glaze === "onggi" && stands("storage-jars")(product)),
  "one-of-a-kind": (product) =>
    product.stock === 1 && stands("moon-jars", "vases", "bottles", "storage-jars")(product),
};

/** The collections a product is shown in. */
export const collectionsOf = (product: Product) =>
  Object.entries(rules)
    .filter(([, holds]) => holds(product))
    .map(([slug]) => slug);
