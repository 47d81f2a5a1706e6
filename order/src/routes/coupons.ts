import { languageOf } from "@jangteo/shared/language";
import { AppError } from "@jangteo/shared/problem";

import * as carts from "../carts.ts";
import * as contract from "../contract.ts";
import { showCart } from "../priced-carts.ts";
import { etag, versionOf, type App, type Parts } from "./parts.ts";

const givesNothing = (reason: string) =>
  new AppError("conflict", "The coupon gives nothing for this cart", {
    errors: [{ in: "path", pointer: "/code", rule: reason, detail: "gives nothing now" }],
  });

export const couponRoutes = (app: App, { db, clock, catalogue }: Parts) => {
  const change = async (
    owner: string,
    code: string,
    used: boolean,
    headers: { "if-match"?: string | undefined; "accept-language"?: string | undefined },
  ) =>
    db.transaction(async (tx) => {
      const now = clock();
      const version = versionOf(headers["if-match"]);
      const stored = await carts.changeCoupons(tx, { owner, version, now, code, used });
      const offers = await catalogue.offersAtHand(stored.lines.map(({ variantId }) => variantId));
      const language = languageOf(headers["accept-language"]);
      const cart = await showCart(tx, stored, offers, { language, checkoutId: null, now });
      const reason = cart.coupons.find((one) => one.code === code)?.reason;
      if (used && reason) throw givesNothing(reason);
      return contract.Cart.parse(cart);
    });

  app.openapi(contract.addCoupon, async (c) => {
    const code = c.req.valid("param").code.toUpperCase();
    const owner = carts.ownerOf(c.var.identity);
    const cart = await change(owner, code, true, c.req.valid("header"));
    return c.json(cart, 200, etag(cart.version));
  });
  app.openapi(contract.removeCoupon, async (c) => {
    const code = c.req.valid("param").code.toUpperCase();
    const owner = carts.ownerOf(c.var.identity);
    const cart = await change(owner, code, false, c.req.valid("header"));
    return c.json(cart, 200, etag(cart.version));
  });
};
