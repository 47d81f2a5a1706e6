import { type Random, seeded } from "../drawings/random.ts";
import type { Product, Text } from "../products/product.ts";
import { places, terms } from "./firings.ts";
import { slugOf } from "./names.ts";
import { rounded } from "./prices.ts";
import { stockOf } from "./stock.ts";

const firings = places.flatMap((place) => terms.map((term) => ({ term, place })));

const told = ({ term, place }: (typeof firings)[number]): Text => ({
  ko: `${term.ko} 절기에 ${place.ko === "가마" ? "땐 가마" : `땐 가마의 ${place.ko}`}에서 나온 것입니다.`,
  en: `From the firing at ${term.en}${place.en === "firing" ? "" : `, ${place.en}`}.`,
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
  const name = {
    ko: `${firing.term.ko} ${firing.place.ko} ${base.name.ko}`,
    en: `${base.name.en}, ${firing.term.en} ${firing.place.en}`,
  };
  const slug = `${base.slug}-${slugOf(`${firing.term.en} ${firing.place.en}`)}`;
  const random = seeded(slug);
  const price = repriced(base, random);
  const more = told(firing);
  return {
    ...alike,
    ...{ slug, name, price },
    sku: `${base.sku}-${String(Math.floor(index / shelf.length) + 1).padStart(3, "0")}`,
    description: {
      ko: `${base.description.ko} ${more.ko}`,
      en: `${base.description.en} ${more.en}`,
    },
    stock: stockOf(false, random)(price.KRW),
    drawing: { ...base.drawing, like: base.drawing.like ?? base.slug },
  };
};
