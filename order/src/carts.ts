import { isMember } from "@jangteo/shared/auth";
import type { Identity } from "@jangteo/shared/context";
import type { Db } from "@jangteo/shared/database";
import type { Currency } from "@jangteo/shared/money";
import { AppError } from "@jangteo/shared/problem";
import { cartLines, carts, type Item } from "@jangteo/shared/schema/order/carts";
import { and, eq, sql } from "drizzle-orm";

import { isActive, isLive, linesOf, openRow, putRow, type CartRow } from "./cart-rows.ts";
import type { Offer } from "./catalogue.ts";
import { mostLines, mostUnits } from "./contract/wire.ts";

/** Carts are of members and guests; an API client has none. */
export const ownerOf = ({ sub, scope }: Identity) => {
  if (!scope.includes("cart") || !(isMember(sub) || sub.startsWith("guest:")))
    throw new AppError("forbidden", "Carts are of members and guests");
  return sub;
};

/** Why a change of a cart met no row that it may change. */
const refuse = async (tx: Db, owner: string, version: number | undefined) => {
  const [cart] = await tx
    .select()
    .from(carts)
    .where(and(eq(carts.owner, owner), isLive));
  if (cart?.state === "checking_out")
    return new AppError("conflict", "A checkout holds this cart", {
      errors: [
        { in: "body", pointer: "", rule: "checking_out", detail: "Finish or cancel the checkout" },
      ],
    });
  if (version !== undefined && version !== (cart?.version ?? 0))
    return new AppError("precondition_failed", "The cart changed since it was read");
  return new AppError("not_found", "There is no cart yet");
};

type Change = { owner: string; version: number | undefined; now: Date };

const asRead = (version: number | undefined) =>
  version === undefined ? sql`true` : eq(carts.version, version);

/** The cart, one version on and locked until the transaction ends. */
const touch = async (
  tx: Db,
  { owner, version, now }: Change,
  fields: Partial<Pick<CartRow, "currency" | "coupons">> = {},
) => {
  const [cart] = await tx
    .update(carts)
    .set({ version: sql`${carts.version} + 1`, updatedAt: now, ...fields })
    .where(and(eq(carts.owner, owner), isActive, asRead(version)))
    .returning();
  if (!cart) throw await refuse(tx, owner, version);
  return cart;
};

/** As `touch`; a cart is made where there is none. */
export const open = async (tx: Db, change: Change & { currency: Currency }) => {
  const { owner, version, now, currency } = change;
  const [cart] = await openRow(tx, { owner, version, now, currency });
  if (!cart) throw await refuse(tx, owner, version);
  if (version !== undefined && cart.version !== version + 1)
    throw new AppError("precondition_failed", "The cart changed since it was read");
  return cart;
};

const refused = (rule: string, detail: string) =>
  new AppError("conflict", detail, {
    errors: [{ in: "body", pointer: "/quantity", rule, detail }],
  });

export const itemOf = (offer: Offer): Item => {
  const { variantId, productId, slug, sku, name, options, categories, collections } = offer;
  const { picture, weight } = offer;
  return {
    ...{ variantId, productId, slug, sku, name, options },
    ...{ categories, collections, picture, weight },
  };
};

const addedPricesOf = ({ prices }: Offer) => ({
  ...(prices.KRW && { KRW: prices.KRW.amount }),
  ...(prices.USD && { USD: prices.USD.amount }),
});

const requireLeft = ({ free }: Offer, quantity: number) => {
  if (free <= 0) throw refused("sold_out", "It is sold out");
  if (quantity > free) throw refused("out_of_stock", `${free} left`);
};

/** Adds units on top of those that are in it; one statement writes the line and reads the others. */
const putIn = async (tx: Db, cartId: string, offer: Offer, quantity: number) => {
  const { variantId } = offer;
  const rows = await putRow(tx, {
    ...{ cartId, variantId, quantity },
    ...{ item: itemOf(offer), addedPrices: addedPricesOf(offer) },
  });
  const lines = rows.flatMap(({ put: line, others: other }) => line ?? other ?? []);
  return lines.toSorted((one, next) => (one.id < next.id ? -1 : 1));
};

type Addition = Change & { currency: Currency; offer: Offer | undefined; quantity: number };

export const addLine = async (tx: Db, { offer, quantity, ...change }: Addition) => {
  if (!offer?.active || !(offer.prices.KRW ?? offer.prices.USD))
    throw new AppError("not_found", "There is no such variant for sale", {
      errors: [{ in: "body", pointer: "/variantId", rule: "unknown", detail: "is not for sale" }],
    });
  const cart = await open(tx, change);
  const lines = await putIn(tx, cart.id, offer, quantity);
  const line = lines.find(({ variantId }) => variantId === offer.variantId);
  if (!line) throw refused("too_many", `At most ${mostUnits} of one`);
  requireLeft(offer, line.quantity);
  if (lines.length > mostLines) throw refused("too_many_lines", `At most ${mostLines} lines`);
  return { cart, lines };
};

const noLine = () => new AppError("not_found", "There is no such line in the cart");

type LineChange = Change & { id: string; quantity: number };

/** `offersOf` tells what is left; it is not asked where the catalogue is away. */
export const changeLine = async (
  tx: Db,
  { id, quantity, ...change }: LineChange,
  offerOf: (variantId: string) => Offer | undefined,
) => {
  const cart = await touch(tx, change);
  const [line] = await tx
    .update(cartLines)
    .set({ quantity })
    .where(and(eq(cartLines.id, id), eq(cartLines.cartId, cart.id)))
    .returning();
  if (!line) throw noLine();
  const offer = offerOf(line.variantId);
  if (offer) requireLeft(offer, quantity);
  return { cart, lines: await linesOf(tx, cart.id) };
};

export const removeLine = async (tx: Db, { id, ...change }: Change & { id: string }) => {
  const cart = await touch(tx, change);
  await tx.delete(cartLines).where(and(eq(cartLines.id, id), eq(cartLines.cartId, cart.id)));
  return { cart, lines: await linesOf(tx, cart.id) };
};

export const changeCurrency = async (tx: Db, change: Change & { currency: Currency }) => {
  const { currency } = change;
  const cart = await touch(tx, change, { currency });
  return { cart, lines: await linesOf(tx, cart.id) };
};

/** One coupon more or less; codes are kept in capital letters. */
export const changeCoupons = async (
  tx: Db,
  { code, used, ...change }: Change & { code: string; used: boolean },
) => {
  const cart = await touch(tx, change);
  const others = cart.coupons.filter((one) => one !== code);
  const coupons = used ? [...others, code] : others;
  if (coupons.length > 10) throw new AppError("conflict", "At most 10 coupons");
  await tx.update(carts).set({ coupons }).where(eq(carts.id, cart.id));
  return { cart: { ...cart, coupons }, lines: await linesOf(tx, cart.id) };
};
