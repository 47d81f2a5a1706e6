"use client";

import { useLocale } from "next-intl";

import { Button } from "../../../ui/button";
import { cartStore, useCart } from "../store";
import type { Shown } from "../wanted";
import { type CartWords, counted, fill } from "../words";
import { CartLine } from "./cart-line";

const Removed = ({ words }: { words: CartWords }) => {
  const { removed } = useCart();
  if (!removed) return null;
  return (
    <li className="line line--removed" key={`removed ${removed.line.variantId}`}>
      <output>{fill(words.removed, { name: removed.line.name })}</output>
      <Button look="quiet" onClick={cartStore.undo}>
        {words.undo}
      </Button>
    </li>
  );
};

/** What is in the cart; in the place of what was taken out last, the way back. */
export const CartLines = ({ cart, words }: { cart: Shown; words: CartWords }) => {
  const locale = useLocale();
  const { removed } = useCart();
  const at = removed?.at ?? 0;
  const line = (one: Shown["lines"][number]) => (
    <CartLine key={one.variantId} line={one} version={cart.version} words={words} />
  );
  return (
    <>
      <output className="sr">{counted(words.counted, cart.units, locale)}</output>
      <ul className="lines">
        {cart.lines.slice(0, at).map(line)}
        <Removed words={words} />
        {cart.lines.slice(at).map(line)}
      </ul>
    </>
  );
};
