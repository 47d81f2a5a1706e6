import "server-only";
import type { Audience } from "../../lib/currency";
import type { Product, ProductSummary } from "./product";
import { listShelf } from "./queries";

const most = 6;

const valueOf = (piece: Product, attribute: string) =>
  piece.attributes.find(({ code }) => code === attribute)?.values[0]?.code;

/** Distinct pieces other than this one; what several parts hold comes first, then as the parts come. */
const nearest = (piece: Product, parts: ProductSummary[][]) => {
  const found = new Map<string, { other: ProductSummary; times: number }>();
  for (const other of parts.flat()) {
    const times = (found.get(other.id)?.times ?? 0) + 1;
    if (other.id !== piece.id) found.set(other.id, { other, times });
  }
  return [...found.values()].toSorted((a, b) => b.times - a.times).map(({ other }) => other);
};

/** Pieces of the same maker, form, collections and category, closest first, then of the shelf around it. */
export const readRelated = async (audience: Audience, piece: Product) => {
  const read = async (part: Parameters<typeof listShelf>[1]) =>
    (await listShelf(audience, part))?.value ?? [];
  const attributes = (["maker", "form"] as const).flatMap((code) => {
    const value = valueOf(piece, code);
    return value === undefined ? [] : [`${code}:${value}`];
  });
  const limit = most + 1;
  const parts = await Promise.all([
    ...attributes.map((attribute) => read({ attribute, limit })),
    ...piece.collections.slice(0, 2).map(({ slug }) => read({ collection: slug, limit })),
    ...piece.path.toReversed().map(({ slug }) => read({ category: slug, limit })),
  ]);
  const others = nearest(piece, parts);
  return {
    related: others.slice(0, most),
    /** Of another shape, to compare sizes with. */
    neighbour: others.find(({ form }) => form !== piece.form),
  };
};
