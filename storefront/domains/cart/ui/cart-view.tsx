"use client";

import type { Cart } from "@jangteo/order/contract";
import { useLocale } from "next-intl";
import { type ReactNode, useLayoutEffect } from "react";

import { Link } from "../../../i18n/navigation";
import { buttonClass } from "../../../ui/button";
import { EmptyShelf } from "../../../ui/empty-shelf";
import type { FormTrouble } from "../offer";
import { cartStore, useCart } from "../store";
import { type CartWords, counted } from "../words";
import { CartLines } from "./cart-lines";
import { CartNotices } from "./cart-notices";
import { Coupons } from "./coupons";
import { Checkout, Sums } from "./sums";

type CartViewProps = {
  /** As the page was rendered with it; null when it could not be read. */
  read: Cart | null;
  words: CartWords;
  failedCoupon?: { code: string; trouble: FormTrouble } | undefined;
  /** What is told of the page as a whole, and what a guest should know. */
  children: ReactNode;
};

/** The page of the cart: as it was rendered, and from then on as it is pressed and answered. */
export const CartView = ({ read, words, failedCoupon, children }: CartViewProps) => {
  const locale = useLocale();
  const { cart: known, removed } = useCart();
  useLayoutEffect(() => {
    if (read) cartStore.adopt(read);
    return cartStore.forgetTold;
  }, [read]);
  const cart = known ?? read;
  const isEmpty = cart?.lines.length === 0;
  return (
    <>
      <div className="list-head">
        <h1 tabIndex={-1}>
          {cart && cart.units > 0 ? counted(words.counted, cart.units, locale) : words.title}
        </h1>
      </div>
      <div className="cart-told">
        {children}
        <CartNotices cart={cart} words={words} />
      </div>
      {isEmpty && (
        <>
          {removed && cart && <CartLines cart={cart} words={words} />}
          <EmptyShelf>
            <h2>{words.empty}</h2>
            <p className="soft">{words.emptyHow}</p>
            <p>
              <Link className={buttonClass()} href="/products">
                {words.browse}
              </Link>
            </p>
          </EmptyShelf>
        </>
      )}
      {cart && !isEmpty && (
        <div className="two">
          <section aria-label={words.items}>
            <CartLines cart={cart} words={words} />
          </section>
          <aside className="aside" aria-labelledby="cart-sums">
            <h2 id="cart-sums">{words.summary}</h2>
            <Coupons cart={cart} words={words} failed={failedCoupon} />
            <Sums cart={cart} words={words} />
            <Checkout cart={cart} words={words} />
          </aside>
        </div>
      )}
    </>
  );
};
