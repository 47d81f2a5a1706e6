"use client";

import { useLocale } from "next-intl";

import { Link } from "../../../i18n/navigation";
import { buttonClass } from "../../../ui/button";
import { useCart } from "../store";
import type { Shown } from "../wanted";
import { type CartWords, fill } from "../words";
import { useMoney } from "./amount";

type SumsProps = { cart: Shown; words: CartWords };

/** What it all costs, as the shop said it last; dimmed until it has said it of the latest press. */
export const Sums = ({ cart: { totals }, words }: SumsProps) => {
  const { pending } = useCart();
  const money = useMoney();
  const { subtotal, discount, shipping, tax, taxIncluded, total } = totals;
  const delivery = () => {
    if (shipping === null) return <span className="faint">{words.deliveryLater}</span>;
    return shipping.amount === 0 ? words.free : money(shipping);
  };
  return (
    <>
      <dl className="sums" aria-busy={pending > 0}>
        <div>
          <dt>{words.subtotal}</dt>
          <dd>{money(subtotal)}</dd>
        </div>
        {discount.amount > 0 && (
          <div>
            <dt>{words.discount}</dt>
            <dd>−{money(discount)}</dd>
          </div>
        )}
        <div>
          <dt>{words.delivery}</dt>
          <dd>{delivery()}</dd>
        </div>
        {!taxIncluded && tax.amount > 0 && (
          <div>
            <dt>{words.tax}</dt>
            <dd>{money(tax)}</dd>
          </div>
        )}
        <div className="total">
          <dt>{words.total}</dt>
          <dd>{money(total)}</dd>
        </div>
      </dl>
      {taxIncluded && tax.amount > 0 && (
        <p className="tiny faint">{fill(words.taxIncluded, { price: money(tax) })}</p>
      )}
    </>
  );
};

/** The way to pay; closed, with its reason, while a line stands in the way. */
export const Checkout = ({ cart, words }: SumsProps) => {
  const locale = useLocale();
  if (cart.lines.some(({ problem }) => problem !== null))
    return (
      <>
        <button
          className={buttonClass("act", true)}
          type="button"
          disabled
          aria-describedby="cart-blocked"
        >
          {words.checkout}
        </button>
        <p className="small" id="cart-blocked">
          {words.blocked}
        </p>
      </>
    );
  return (
    <Link className={buttonClass("act", true)} href="/checkout" locale={locale}>
      {words.checkout}
    </Link>
  );
};
