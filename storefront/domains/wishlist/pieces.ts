import "server-only";
import type { Locale } from "../../i18n/routing";
import { catalogue } from "../../lib/gateway";
import type { ProductSummary } from "../catalogue/product";
import { audience, unexpected } from "../catalogue/queries";

type Kept = { piece: ProductSummary; asOf: Date };

const most = 2000;
const kept = new Map<string, Kept>();

const keep = (locale: Locale, pieces: readonly ProductSummary[]) => {
  for (const piece of pieces) {
    const key = `${locale} ${piece.id}`;
    kept.delete(key);
    kept.set(key, { piece, asOf: new Date() });
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
  }
};

const oldestOf = (known: readonly Kept[]) =>
  known.map(({ asOf }) => asOf).toSorted((a, b) => a.getTime() - b.getTime())[0];

/**
 * What these products are, in their order; `piece` is null for what is no longer sold. While the
 * catalogue is down, what was read of it last, and nothing of what was never read.
 */
export const findPieces = async (locale: Locale, ids: string[]) => {
  if (ids.length === 0) return { found: [], stale: false } as const;
  const query = { id: ids, limit: String(ids.length) };
  try {
    const reply = await catalogue.products.$get({ header: audience(locale), query });
    if (reply.status !== 200) throw unexpected(reply);
    const { items } = await reply.json();
    keep(locale, items);
    const found = ids.map((id) => ({ id, piece: items.find((one) => one.id === id) ?? null }));
    return { found, stale: false } as const;
  } catch {
    const known = ids.flatMap((id) => kept.get(`${locale} ${id}`) ?? []);
    const found = known.map(({ piece }) => ({ id: piece.id, piece }));
    return { found, stale: true, asOf: oldestOf(known) } as const;
  }
};
