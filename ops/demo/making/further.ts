import { type Random, seeded } from "../drawings/random.ts";
import type { Product, Text } from "../products/product.ts";
import { places, terms, years } from "./firings.ts";
import { slugOf } from "./names.ts";
import { rounded } from "./prices.ts";
import { stockOf } from "./stock.ts";

const firings = years.flatMap((year) =>
  places.flatMap((place) => terms.map((term) => ({ year, term, place }))),
);

const isAnywhere = ({ en }: Text) => en === "firing";

const told = ({ term, place }: (typeof firings)[number]): Text => ({
  ko: `${term.ko} 절기에 땐 가마${isAnywhere(place) ? "" : `의 ${place.ko}`}에서 나온 것입니다.`,
  en: `From the kiln of the term “${term.en}”${isAnywhere(place) ? "" : `, ${place.en}`}.`,
});

/** A firing's own price: a little above or below the first one's. */
const repriced = (product: Product, random: Random) => {
  const share = random.between(0.92, 1.12);
  return rounded((product.listPrice ?? product.price).KRW * share);
};

/** The same design from a later firing, shown by the pictures of the first. */
export const furtherPiece = (shelf: readonly Product[], index: number): Product => {
  const base = shelf[index % shelf.length];
  const firing = firings[Math.floor(index / shelf.length)];
  if (!base || !firing) throw new RangeError(`no piece ${index} beyond the shelf`);
  const { listPrice: _list, tiers: _tiers, choice: _choice, otherGlazes: _others, ...alike } = base;
  const { year, term, place } = firing;
  const name = {
    ko: `${year.ko} ${term.ko} ${place.ko} ${base.name.ko}`.trim(),
    en: [base.name.en, term.en, place.en, year.en].filter((part) => part !== "").join(", "),
  };
  const slug = `${base.slug}-${slugOf(`${term.en} ${place.en} ${year.en}`.trim())}`;
  const random = seeded(slug);
  const price = repriced(base, random);
  const more = told(firing);
  return {
    ...alike,
    ...{ slug, name, price },
    images: base.images.filter(({ glaze }) => glaze === undefined),
    sku: `${base.sku}-${String(Math.floor(index / shelf.length) + 1).padStart(3, "0")}`,
    description: {
      ko: `${base.description.ko} ${more.ko}`,
      en: `${base.description.en} ${more.en}`,
    },
    stock: stockOf(false, random)(price.KRW),
    drawing: { ...base.drawing, like: base.drawing.like ?? base.slug },
  };
};
