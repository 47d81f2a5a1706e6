"use client";

import { useLocale } from "next-intl";
import { useEffect, useId, useRef } from "react";

import { Link } from "../../../i18n/navigation";
import { buttonClass } from "../../../ui/button";
import { EmptyShelf } from "../../../ui/empty-shelf";
import { Icon } from "../../../ui/icon";
import { cartStore, useCart } from "../store";
import { type CartWords, counted } from "../words";
import { CartLines } from "./cart-lines";
import { CartNotices } from "./cart-notices";
import { Checkout, Sums } from "./sums";

const leave = () => {
  cartStore.show(false);
  cartStore.forgetTold();
};

/** A click beside it closes it, as Escape and its button do. */
const closeBeside = ({ target }: MouseEvent) => {
  if (target instanceof HTMLDialogElement) target.close();
};

type ContentProps = { words: CartWords; title: string; close: () => void };

const DrawerContent = ({ words, title, close }: ContentProps) => {
  const { cart, units, away, removed } = useCart();
  const locale = useLocale();
  const isEmpty = cart?.lines.length === 0;
  return (
    <>
      <div className="drawer__head">
        <h2 id={title} tabIndex={-1}>
          {units ? counted(words.counted, units, locale) : words.title}
        </h2>
        <button className="icon-btn" type="button" aria-label={words.close} onClick={close}>
          <Icon name="close" />
        </button>
      </div>
      <section className="drawer__body" aria-label={words.items}>
        <CartNotices cart={cart} words={words} />
        {!cart && !away && (
          <output className="soft" aria-busy="true">
            {words.loading}
          </output>
        )}
        {cart && (!isEmpty || removed) && <CartLines cart={cart} words={words} />}
        {isEmpty && (
          <EmptyShelf>
            <h3>{words.empty}</h3>
            <p className="soft small">{words.emptyHow}</p>
            <p>
              <Link className={buttonClass()} href="/products">
                {words.browse}
              </Link>
            </p>
          </EmptyShelf>
        )}
      </section>
      {cart?.id && !isEmpty && (
        <div className="drawer__foot">
          <Sums cart={cart} words={words} />
          <Checkout cart={cart} words={words} />
          <Link className="small" href="/cart">
            {words.whole}
          </Link>
        </div>
      )}
    </>
  );
};

/** The cart beside the page: a modal dialog that gives the focus back to whatever opened it. */
export const CartDrawer = ({ words }: { words: CartWords }) => {
  const { open } = useCart();
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => {
    const { current } = dialog;
    if (open && current?.open === false) {
      current.showModal();
      void cartStore.read();
    }
    if (!open) current?.close();
  }, [open]);
  useEffect(() => {
    const { current } = dialog;
    current?.addEventListener("click", closeBeside);
    return () => current?.removeEventListener("click", closeBeside);
  }, []);
  return (
    <dialog ref={dialog} className="drawer" aria-labelledby={title} onClose={leave}>
      {open && <DrawerContent words={words} title={title} close={() => dialog.current?.close()} />}
    </dialog>
  );
};
