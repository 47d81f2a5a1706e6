import type { Db } from "@jangteo/shared/database";
import { readGuest } from "@jangteo/shared/guest";
import { languageOf } from "@jangteo/shared/language";
import { checkouts } from "@jangteo/shared/schema/order/checkouts";
import { and, eq } from "drizzle-orm";

import { findCart, type CartRow, type StoredCart } from "../cart-rows.ts";
import * as carts from "../carts.ts";
import { isLive } from "../checkouts.ts";
import * as contract from "../contract.ts";
import { mergeGuest } from "../merging.ts";
import { emptyCart, showCart } from "../priced-carts.ts";
import { etag, noStore, versionOf, type App, type Parts } from "./parts.ts";

/** The checkout that holds a cart, which is asked for only where one does. */
const holderOf = async (db: Db, { id, state }: CartRow) => {
  if (state !== "checking_out") return null;
  const [held] = await db
    .select({ id: checkouts.id })
    .from(checkouts)
    .where(and(eq(checkouts.cartId, id), isLive));
  return held?.id ?? null;
};

const idsOf = ({ lines }: StoredCart) => lines.map(({ variantId }) => variantId);
const wantedIn =
  ({ lines }: StoredCart) =>
  (id: string) =>
    lines.find(({ variantId }) => variantId === id)?.quantity ?? 1;

export const cartRoutes = (app: App, { db, once, clock, catalogue, readToken }: Parts) => {
  const show = async (
    tx: Db,
    stored: StoredCart,
    accepted: string | undefined,
    offersOf = catalogue.offersAtHand,
  ) => {
    const offers = await offersOf(idsOf(stored), wantedIn(stored));
    const checkoutId = await holderOf(tx, stored.cart);
    const asked = { language: languageOf(accepted), checkoutId, now: clock() };
    return contract.Cart.parse(await showCart(tx, stored, offers, asked));
  };
  const changeOf = (
    sub: string,
    { "if-match": tag }: { "if-match"?: string | undefined },
  ): { owner: string; version: number | undefined; now: Date } => ({
    owner: sub,
    version: versionOf(tag),
    now: clock(),
  });

  app.openapi(contract.getCart, async (c) => {
    const headers = c.req.valid("header");
    const stored = await findCart(db, carts.ownerOf(c.var.identity));
    const cart = stored
      ? await show(db, stored, headers["accept-language"], catalogue.offers)
      : contract.Cart.parse(emptyCart(headers["x-currency"]));
    return c.json(cart, 200, etag(cart.version));
  });
  app.openapi(contract.changeCart, (c) =>
    once(c, async (tx) => {
      const headers = c.req.valid("header");
      const change = changeOf(carts.ownerOf(c.var.identity), headers);
      const { currency } = c.req.valid("json");
      const stored = await carts.changeCurrency(tx, { ...change, currency });
      const cart = await show(tx, stored, headers["accept-language"]);
      return c.json(cart, 200, etag(cart.version));
    }),
  );
  app.openapi(contract.addLine, async (c) => {
    const headers = c.req.valid("header");
    const owner = carts.ownerOf(c.var.identity);
    const { variantId, quantity } = c.req.valid("json");
    // Asked for before the transaction, which then waits for nobody.
    const { offers, stale } = await catalogue.offers([variantId], () => quantity);
    const offer = offers.get(variantId);
    if (stale && !offer) await catalogue.offersNow([variantId]);
    return once(c, async (tx) => {
      const change = { ...changeOf(owner, headers), currency: headers["x-currency"] };
      const stored = await carts.addLine(tx, { ...change, offer, quantity });
      const cart = await show(tx, stored, headers["accept-language"]);
      return c.json(cart, 200, etag(cart.version));
    });
  });
  app.openapi(contract.changeLine, async (c) => {
    const headers = c.req.valid("header");
    const owner = carts.ownerOf(c.var.identity);
    const stored = await findCart(db, owner);
    const line = { ...c.req.valid("param"), ...c.req.valid("json") };
    const { offers } = await catalogue.offers(stored ? idsOf(stored) : [], () => line.quantity);
    return once(c, async (tx) => {
      const changed = await carts.changeLine(tx, { ...changeOf(owner, headers), ...line }, (id) =>
        offers.get(id),
      );
      const cart = await show(tx, changed, headers["accept-language"]);
      return c.json(cart, 200, etag(cart.version));
    });
  });
  app.openapi(contract.removeLine, async (c) => {
    const headers = c.req.valid("header");
    const change = changeOf(carts.ownerOf(c.var.identity), headers);
    const { id } = c.req.valid("param");
    const stored = await db.transaction((tx) => carts.removeLine(tx, { ...change, id }));
    const cart = await show(db, stored, headers["accept-language"]);
    return c.json(cart, 200, etag(cart.version));
  });
  app.openapi(contract.mergeCart, async (c) => {
    const guestId = await readGuest(readToken, c.req.valid("json").guestToken);
    const report = await mergeGuest(db, c.var.identity.sub, `guest:${guestId}`, clock());
    return c.json(contract.MergeReport.parse(report), 200, noStore);
  });
};
