import { serviceFetch, type Api, type Fetch } from "@jangteo/shared/client";
import type { Clock } from "@jangteo/shared/clock";
import { AppError } from "@jangteo/shared/problem";
import { hc } from "hono/client";
import { LRUCache } from "lru-cache";

import { away, type ServiceToken } from "./peers.ts";

type ProductApi = Api<typeof import("@jangteo/product/contract")>;
export type Offer = import("@jangteo/product/contract").Offer;

type Options = { url: string; fetch?: Fetch | undefined; token: ServiceToken; clock: Clock };
type Known = { offer: Offer | undefined; at: number };

/** Milliseconds an offer is believed; a change that the catalogue tells of ends it at once. */
const believed = 30_000;
/** Milliseconds an offer is still shown, as an old one, when the catalogue does not answer. */
const shown = 3_600_000;

/** How many units of a variant somebody asks for. */
type Wanted = (variantId: string) => number;
const anything: Wanted = () => 1;

const isAway = (error: unknown) => error instanceof AppError && error.code === "unavailable";

/** What the product service offers, looked up together and believed for a moment. */
export const createCatalogue = ({ url, fetch, token, clock }: Options) => {
  const product = hc<ProductApi>(url, {
    fetch: serviceFetch(2000, fetch),
    headers: async () => ({ authorization: `Bearer ${await token("product")}` }),
  }).internal;
  const known = new LRUCache<string, Known>({ max: 50_000 });
  const changed = new LRUCache<string, number>({ max: 50_000 });

  /** That there is too little is never believed: what is missing may be one's own, held by a checkout that has ended. */
  const isFresh = ({ offer, at }: Known, now: number, wanted: number) =>
    now - at < believed &&
    (offer === undefined || offer.free >= wanted) &&
    (offer === undefined || (changed.get(offer.productId) ?? 0) < at) &&
    (offer?.validUntil === undefined ||
      offer.validUntil === null ||
      now < Date.parse(offer.validUntil));

  const ask = async (ids: string[]) => {
    // Before it is asked: what changes while the answer is on its way is looked up again.
    const at = clock().getTime();
    const reply = await product.offers.$get({ query: { variantId: ids } });
    if (reply.status !== 200) throw away("product", reply.status);
    const { items } = await reply.json();
    for (const id of ids)
      known.set(id, { offer: items.find(({ variantId }) => variantId === id), at });
  };

  const asking = new Map<string, Promise<void>>();
  /** Many who want the same at once ask once. */
  const askTogether = (ids: string[]) => {
    const name = ids.join(" ");
    const asked = asking.get(name) ?? ask(ids).finally(() => asking.delete(name));
    asking.set(name, asked);
    return asked;
  };

  const answerOf = (ids: string[], stale: boolean) => ({
    offers: new Map(
      ids.flatMap((id) => {
        const offer = known.get(id)?.offer;
        return offer ? [[id, offer]] : [];
      }),
    ),
    stale,
  });

  return {
    /** As now, asked for afresh; fails when the catalogue is away. */
    offersNow: async (ids: string[]) => {
      if (ids.length > 0) await ask(ids);
      return answerOf(ids, false).offers;
    },
    /**
     * As of late, and as now where so many units as are `wanted` were not there; `stale` when the
     * catalogue is away, and then only what was seen within the hour.
     */
    offers: async (ids: string[], wanted: Wanted = anything) => {
      const now = clock().getTime();
      const missing = ids.filter((id) => {
        const one = known.get(id);
        return one === undefined || !isFresh(one, now, wanted(id));
      });
      if (missing.length === 0) return answerOf(ids, false);
      try {
        await askTogether(missing);
        return answerOf(ids, false);
      } catch (error) {
        if (!isAway(error)) throw error;
        for (const id of missing) if (now - (known.get(id)?.at ?? 0) > shown) known.delete(id);
        return answerOf(ids, true);
      }
    },
    /**
     * What is at hand, for those who hold a lock: only what was never seen is asked for, and what is
     * older than a moment is looked up for the next who asks.
     */
    offersAtHand: async (ids: string[], wanted: Wanted = anything) => {
      const now = clock().getTime();
      const old = ids.filter((id) => {
        const one = known.get(id);
        return one !== undefined && !isFresh(one, now, wanted(id));
      });
      const unseen = ids.filter((id) => !known.has(id));
      if (old.length > 0) void askTogether(old).catch(() => {});
      if (unseen.length === 0) return answerOf(ids, false);
      return ask(unseen).then(
        () => answerOf(ids, false),
        () => answerOf(ids, true),
      );
    },
    /** Something about this product changed. */
    forget: (productId: string) => void changed.set(productId, clock().getTime()),
    forgetAll: () => known.clear(),
  };
};
export type Catalogue = ReturnType<typeof createCatalogue>;
