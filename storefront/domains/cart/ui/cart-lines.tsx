"use client";

import { useLocale } from "next-intl";

import { Button } from "../../../ui/button";
import type { Snapshot } from "../state";
import { cartStore, useCart } from "../store";
import type { Shown } from "../wanted";
import { type CartWords, counted, fill } from "../words";
import { CartLine } from "./cart-line";

const Removed = ({
  removed,
  words,
}: {
  removed: NonNullable<Snapshot["removed"]>;
  words: CartWords;
}) => (
  <li className="line line--removed">
    <output>{fill(words.removed, { name: removed.line.name })}</output>
    <Button look="quiet" onClick={cartStore.undo}>
      {words.undo}
    </Button>
  </li>
);

/** What is in the cart; in the place of what was taken out last, the way back. */
export const CartLines = ({ cart, words }: { cart: Shown; words: CartWords }) => {
  const locale = useLocale();
  const { removed } = useCart();
  // One list, so that a line keeps its focus when another one leaves.
  const rows = cart.lines.map((one) => (
    <CartLine key={one.variantId} line={one} version={cart.version} words={words} />
  ));
  const back = removed && <Removed key="removed" removed={removed} words={words} />;
  return (
    <>
      <output className="sr">{counted(words.counted, cart.units, locale)}</output>
      <ul className="lines">{back ? rows.toSpliced(removed.at, 0, back) : rows}</ul>
    </>
  );
};
