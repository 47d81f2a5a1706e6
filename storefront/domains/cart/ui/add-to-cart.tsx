"use client";

import { useLocale } from "next-intl";
import { type FormEvent, type MouseEvent, useActionState, useRef, useState } from "react";

import { pressKey } from "../../../lib/visit";
import { Button } from "../../../ui/button";
import { FieldError } from "../../../ui/field";
import { Notice } from "../../../ui/notice";
import type { AddState, FormTrouble } from "../offer";
import { cartStore, useCart } from "../store";
import type { Preview } from "../wanted";
import type { CartWords } from "../words";
import { BuyBar } from "./buy-bar";
import { Stepper } from "./stepper";

type AddWords = Pick<
  CartWords,
  "add" | "adding" | "soldOut" | "quantity" | "less" | "more" | "waiting" | "troubles"
>;

type AddToCartProps = {
  variantId: string;
  preview: Preview;
  /** Units left. */
  stock: number;
  /** Minted for this rendering: what the form sends without JavaScript happens once. */
  formKey: string;
  action: (before: AddState, form: FormData) => Promise<AddState>;
  words: AddWords;
};

/** The second click of a double click is no wish for a second piece. */
const once = (event: MouseEvent) => {
  if (event.detail > 1) event.preventDefault();
};

/** Puts as many as one likes into the cart: at once with JavaScript, by the form without it. */
export const AddToCart = (props: AddToCartProps) => {
  const { variantId, preview, stock, formKey, action, words } = props;
  const locale = useLocale();
  const [sent, send] = useActionState(action, { key: formKey, quantity: 1, trouble: null });
  const [quantity, setQuantity] = useState(sent.quantity);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<FormTrouble | null>(sent.trouble);
  const { waiting } = useCart();
  const press = useRef<string>(undefined);
  const isOut = stock <= 0;

  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (press.current !== undefined) return cartStore.show(true);
    press.current = pressKey();
    setBusy(true);
    setTrouble(null);
    const answer = cartStore.want({ kind: "add", variantId, quantity, preview }, press.current);
    cartStore.show(true);
    setTrouble(await answer);
    setBusy(false);
    press.current = undefined;
  };
  const button = (
    <Button type="submit" look="act" busy={busy} onClick={once} disabled={isOut}>
      {isOut ? words.soldOut : busy ? words.adding : words.add}
    </Button>
  );
  return (
    <form id="add" action={send} onSubmit={(event) => void add(event)} noValidate>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="variantId" value={variantId} />
      <input type="hidden" name="key" value={sent.key} />
      <div className="buy__row">
        <button type="submit" hidden>
          {words.add}
        </button>
        {!isOut && (
          <Stepper
            label={words.quantity}
            words={words}
            quantity={quantity}
            most={stock}
            onChange={setQuantity}
          />
        )}
        {button}
      </div>
      {trouble && (
        <div role="alert">
          <FieldError id="add-trouble">{words.troubles[trouble]}</FieldError>
        </div>
      )}
      {busy && waiting && <Notice tone="warn">{words.waiting}</Notice>}
      {!isOut && <BuyBar preview={preview} words={words} busy={busy} />}
    </form>
  );
};
