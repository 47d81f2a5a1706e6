import "server-only";
import { followEvents } from "@jangteo/shared/follow";
import { createLog } from "@jangteo/shared/log";
import { connectBlocking } from "@jangteo/shared/redis";
import { z } from "zod";

import { env } from "./env";
import { createMarks, type Marks } from "./marks";

/** The tags of what the catalogue answers. */
export const tags = {
  /** Everything that a change of any product may change: listings, facets, counts. */
  products: "products",
  /** What counts how many pieces are in stock. */
  stock: "stock",
  product: (id: string) => `product ${id}`,
  slug: (slug: string) => `slug ${slug}`,
};

const Told = z.object({ productId: z.string(), slug: z.string() });

const follow = () => {
  const log = createLog("storefront");
  const marks = createMarks();
  followEvents({
    redis: connectBlocking(env.redisUrl, log),
    service: "product",
    log,
    missed: marks.touchAll,
    handle: ({ type, payload }) => {
      const told = Told.safeParse(payload).data;
      if (!told) return marks.touchAll();
      const own = [tags.product(told.productId), tags.slug(told.slug)];
      marks.touch([...own, type === "product.stock_changed" ? tags.stock : tags.products]);
    },
  });
  return marks;
};

// Next bundles pages and route handlers apart; one connection serves both.
declare global {
  var jangteoNews: Marks | undefined;
}

/** What changed in the catalogue, as its events tell; nothing while Redis is away. */
export const catalogueNews = () => (globalThis.jangteoNews ??= follow());
