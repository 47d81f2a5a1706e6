import "server-only";
import type { Cart } from "@jangteo/order/contract";
import { getLocale } from "next-intl/server";
import { cache } from "react";

import { readCart, readNews, speaking } from "../../lib/carts";
import { audienceOf } from "../../lib/currency";
import { createPatience } from "../../lib/patience";
import { visitor } from "../../lib/visitor";
import { emptyCart } from "./wanted";

/** The visitor's cart, asked once for a page and not at all for whoever is nobody yet; null while it cannot be read. */
export const findCart = cache(async (): Promise<Cart | null> => {
  const [who, locale] = await Promise.all([visitor(), getLocale()]);
  const audience = await audienceOf(locale);
  const header = speaking(audience);
  const outcome = await readCart(who, (cart) => cart.$get({ header }));
  if (outcome.kind === "signed out") return emptyCart(audience.currency);
  if (outcome.kind !== "reply" || outcome.reply.status !== 200) return null;
  return await outcome.reply.json();
});

const inTime = createPatience();

/** How much is in the cart, for the head of a page; null while nobody can say, or nobody looks. */
export const findMark = async () => {
  if ((await visitor()).isCopy) return null;
  const cart = await inTime(findCart);
  return cart && { id: cart.id, version: cart.version, units: cart.units };
};

/** What a login took along, told once, when it is in the cart that is shown. */
export const findNews = cache(async () => {
  const [who, cart] = await Promise.all([visitor(), findMark()]);
  return cart ? readNews(who) : undefined;
});
