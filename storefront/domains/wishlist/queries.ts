import "server-only";
import { cache } from "react";

import { createPatience } from "../../lib/patience";
import { visitor } from "../../lib/visitor";
import { readWishlist } from "../../lib/wishlists";

/** Fills rows of two and of three. */
const pageSize = 24;
/** As many as one can add. */
const most = 500;

const read = async (query: { limit: string; after?: string }) => {
  const outcome = await readWishlist(await visitor(), (wishlist) => wishlist.$get({ query }));
  if (outcome.kind === "signed out") return { items: [], total: 0, next: null };
  if (outcome.kind !== "reply" || outcome.reply.status !== 200) return null;
  return await outcome.reply.json();
};

/** What this request was told of already. */
const told = cache((): { saved?: ReadonlySet<string> } => ({}));

const inTime = createPatience();

/** The ids of what the visitor saved, asked once for a page; none while nobody can say. */
export const findSaved = cache(async (): Promise<ReadonlySet<string>> => {
  const { saved } = told();
  if (saved) return saved;
  const list = await inTime(() => read({ limit: String(most) }));
  return new Set(list?.items.map(({ productId }) => productId));
});

/** A page of the visitor's list, the newest first; null while it cannot be read. */
export const findWishes = async (after: string | undefined) => {
  const list = await read({ limit: String(pageSize), ...(after !== undefined && { after }) });
  told().saved = new Set(list?.items.map(({ productId }) => productId));
  return list;
};
