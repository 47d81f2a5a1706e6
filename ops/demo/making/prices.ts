import type { GlazeName } from "../drawings/glazes.ts";
import type { Motif } from "../drawings/motifs/motif.ts";
import type { Kind } from "../kinds/kind.ts";
import type { Price } from "../products/product.ts";

/** What a technique adds: the hours it takes, and what is lost in the fire. */
const work: Record<Motif, number> = {
  none: 1,
  bands: 1.06,
  dip: 1.06,
  comb: 1.08,
  sweep: 1.1,
  stroke: 1.12,
  wave: 1.1,
  drip: 1.14,
  stamped: 1.2,
  grass: 1.2,
  facets: 1.22,
  berries: 1.25,
  bamboo: 1.26,
  orchid: 1.28,
  mountain: 1.3,
  plum: 1.32,
  fish: 1.32,
  petals: 1.35,
  fur: 1.4,
  sgraffito: 1.42,
  inlay: 1.65,
};
const loss: Partial<Record<GlazeName, number>> = {
  jinsa: 1.35,
  tenmoku: 1.06,
  crackle: 1.05,
  cobalt: 1.06,
  onggi: 0.92,
};
const WON_PER_DOLLAR = 1_350;

const stepped = (value: number, step: number) => Math.max(step, Math.round(value / step) * step);

/** As shops write prices: round thousands, above that round ten thousands, and whole dollars. */
export const rounded = (won: number): Price => {
  const step = won < 10_000 ? 500 : won < 100_000 ? 1_000 : won < 300_000 ? 2_000 : 10_000;
  const KRW = stepped(won, step);
  const dollars = KRW / WON_PER_DOLLAR;
  return { KRW, USD: stepped(dollars, dollars < 150 ? 1 : 5) * 100 };
};

interface Asked {
  readonly kind: Kind;
  readonly glaze: GlazeName;
  readonly motif: Motif;
  readonly level: number;
  readonly widthMm: number;
}

/** What one piece costs, before it is rounded. */
export const worth = ({ kind, glaze, motif, level, widthMm }: Asked) => {
  const [low, high] = kind.widths;
  const size = (widthMm / ((low + high) / 2)) ** (kind.single ? 2.2 : 1.5);
  return kind.price * size * level * work[motif] * (loss[glaze] ?? 1);
};

const downTo = (value: number, step: number) => Math.max(step, Math.floor(value / step) * step);

/** A little less for each of four, and less again for each of eight. */
export const tiersOf = ({ KRW, USD }: Price) =>
  [
    { quantity: 4, share: 0.95 },
    { quantity: 8, share: 0.9 },
  ].map(({ quantity, share }) => ({
    quantity,
    price: { KRW: downTo(KRW * share, 100), USD: downTo(USD * share, 10) },
  }));
