import "server-only";
import type { Audience } from "../../lib/currency";
import { catalogue } from "../../lib/gateway";
import type { ProductSummary } from "../catalogue/product";
import { headerOf, unexpected } from "../catalogue/queries";

type Kept = { piece: ProductSummary; asOf: Date };

const most = 2000;
const kept = new Map<string, Kept>();

const keep = (whose: string, pieces: readonly ProductSummary[]) => {
  for (const piece of pieces) {
    const key = `${whose} ${piece.id}`;
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
export const findPieces = async (audience: Audience, ids: string[]) => {
  const whose = `${audience.locale} ${audience.currency}`;
  if (ids.length === 0) return { found: [], stale: false } as const;
  const query = { id: ids, limit: String(ids.length) };
  try {
    const reply = await catalogue.products.$get({ header: headerOf(audience), query });
    if (reply.status !== 200) throw unexpected(reply);
    const { items } = await reply.json();
    keep(whose, items);
    const found = ids.map((id) => ({ id, piece: items.find((one) => one.id === id) ?? null }));
    return { found, stale: false } as const;
  } catch {
    const known = ids.flatMap((id) => kept.get(`${whose} ${id}`) ?? []);
    const found = known.map(({ piece }) => ({ id: piece.id, piece }));
    return { found, stale: true, asOf: oldestOf(known) } as const;
  }
};
