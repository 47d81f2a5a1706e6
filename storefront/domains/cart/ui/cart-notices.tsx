"use client";

import { Link } from "../../../i18n/navigation";
import { Button } from "../../../ui/button";
import { Notice } from "../../../ui/notice";
import { cartStore, useCart } from "../store";
import type { Shown } from "../wanted";
import type { CartWords } from "../words";

type NoticesProps = { cart: Shown | null; words: CartWords };

/** What has to be said of the cart as a whole. */
export const CartNotices = ({ cart, words }: NoticesProps) => {
  const { told, waiting, away } = useCart();
  const isOnLine = told && cart?.lines.some(({ variantId }) => variantId === told.about) === true;
  const isOfCoupon = told && !/^[\da-f-]{36}$/.test(told.about);
  return (
    <>
      {waiting && (
        <Notice
          tone="warn"
          live="polite"
          action={<Button onClick={cartStore.retry}>{words.sendNow}</Button>}
        >
          {words.waiting}
        </Notice>
      )}
      {away && !waiting && (
        <Notice
          tone="warn"
          live="polite"
          action={<Button onClick={() => void cartStore.read()}>{words.again}</Button>}
        >
          {words.away}
        </Notice>
      )}
      {told && !isOnLine && !isOfCoupon && (
        <Notice tone="danger" live="assertive">
          {words.troubles[told.trouble]}
        </Notice>
      )}
      {cart?.stale && (
        <Notice tone="warn" live="polite">
          {words.stale}
        </Notice>
      )}
      {cart?.checkoutId && (
        <Notice action={<Link href="/checkout">{words.toCheckout}</Link>}>
          {words.inCheckout}
        </Notice>
      )}
    </>
  );
};
