import { readGuest } from "@jangteo/shared/guest";

import * as contract from "../contract.ts";
import * as wishlists from "../wishlists.ts";
import { noStore, type App, type Parts } from "./parts.ts";

const { ownerOf } = wishlists;

export const wishlistRoutes = (app: App, { db, readToken, clock }: Parts) =>
  app
    .openapi(contract.getWishlist, async (c) => {
      const found = await wishlists.findWishes(db, ownerOf(c.var.identity), c.req.valid("query"));
      const items = found.items.map((item) => contract.WishlistItem.parse(item));
      return c.json({ ...found, items }, 200, noStore);
    })
    .openapi(contract.addWish, async (c) => {
      const { id } = c.req.valid("param");
      await wishlists.addWish(db, ownerOf(c.var.identity), id, clock());
      return c.body(null, 204);
    })
    .openapi(contract.removeWish, async (c) => {
      await wishlists.removeWish(db, ownerOf(c.var.identity), c.req.valid("param").id);
      return c.body(null, 204);
    })
    .openapi(contract.mergeWishlist, async (c) => {
      const guestId = await readGuest(readToken, c.req.valid("json").guestToken);
      await wishlists.mergeGuest(db, c.var.identity.sub, guestId, clock());
      return c.body(null, 204);
    });
