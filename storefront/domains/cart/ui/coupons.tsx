"use client";

import { type FormEvent, useState } from "react";

import { Button } from "../../../ui/button";
import { Field } from "../../../ui/field";
import { Icon } from "../../../ui/icon";
import { applyCoupon, dropCoupon } from "../actions";
import type { FormTrouble } from "../offer";
import { cartStore, useCart } from "../store";
import type { Shown } from "../wanted";
import { type CartWords, fill } from "../words";
import { FormKey } from "./form-key";

const codePattern = /^[A-Za-z0-9-]{3,40}$/;

type Coupon = Shown["coupons"][number];

const Used = ({ coupon, words }: { coupon: Coupon; words: CartWords }) => {
  const { code, name, applied, reason } = coupon;
  const drop = (event: FormEvent) => {
    event.preventDefault();
    void cartStore.want({ kind: "uncoupon", code });
  };
  return (
    <li>
      <form action={dropCoupon} onSubmit={drop}>
        <FormKey />
        <input type="hidden" name="code" value={code} />
        <button className="chip" type="submit" aria-label={fill(words.dropCoupon, { code })}>
          {name ?? code}
          <Icon name="close" />
        </button>
      </form>
      {!applied && reason && <p className="small soft">{words.troubles[reason]}</p>}
    </li>
  );
};

type CouponsProps = {
  cart: Shown;
  words: CartWords;
  /** Of a code that was sent without JavaScript. */
  failed?: { code: string; trouble: FormTrouble } | undefined;
};

/** The coupons that are used, and the field for another. */
export const Coupons = ({ cart, words, failed }: CouponsProps) => {
  const { told } = useCart();
  const [typed, setTyped] = useState(failed?.code ?? "");
  const [sent, setSent] = useState<{ code: string; trouble: FormTrouble | null } | undefined>(
    failed,
  );
  const trouble =
    sent && told?.about.toLowerCase() === sent.code.toLowerCase() ? told.trouble : sent?.trouble;
  const apply = async (event: FormEvent) => {
    event.preventDefault();
    const code = typed.trim();
    if (!codePattern.test(code)) return setSent({ code, trouble: "code" });
    setSent({ code, trouble: null });
    const answer = await cartStore.want({ kind: "coupon", code });
    setSent({ code, trouble: answer });
    if (answer === null) setTyped("");
  };
  return (
    <div className="coupons">
      {cart.coupons.length > 0 && (
        <ul className="coupons__used">
          {cart.coupons.map((coupon) => (
            <Used key={coupon.code} coupon={coupon} words={words} />
          ))}
        </ul>
      )}
      <form action={applyCoupon} onSubmit={(event) => void apply(event)} noValidate>
        <FormKey />
        <Field
          id="coupon"
          name="code"
          label={words.coupon}
          autoComplete="off"
          autoCapitalize="characters"
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          error={trouble ? words.troubles[trouble] : undefined}
        />
        <Button type="submit">{words.useCoupon}</Button>
      </form>
    </div>
  );
};
