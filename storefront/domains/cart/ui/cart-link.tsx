"use client";

import { useLocale } from "next-intl";
import { type MouseEvent, useEffect } from "react";

import { Link, usePathname } from "../../../i18n/navigation";
import { Icon } from "../../../ui/icon";
import type { Audience } from "../requests";
import type { Mark } from "../state";
import { cartStore, useCart } from "../store";
import { type CartWords, counted } from "../words";

type CartLinkProps = {
  audience: Audience;
  /** As it stood when the page was rendered; null when nobody could say. */
  mark: Mark | null;
  words: Pick<CartWords, "title" | "pieces">;
};

const isPlain = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent) =>
  button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;

const open = (event: MouseEvent) => {
  if (!isPlain(event)) return;
  event.preventDefault();
  cartStore.show(true);
};

/** The way to the cart, with how much is in it; with JavaScript it opens beside the page. */
export const CartLink = ({ audience: { locale, currency }, mark, words }: CartLinkProps) => {
  const language = useLocale();
  const isHere = usePathname() === "/cart";
  const count = useCart().units ?? mark?.units ?? 0;
  useEffect(() => {
    cartStore.speak({ locale, currency }, mark);
  }, [locale, currency, mark]);
  return (
    <Link
      href="/cart"
      {...(isHere
        ? { "aria-current": "page" as const }
        : { "aria-haspopup": "dialog" as const, onClick: open })}
    >
      <span className="wide-only">{words.title}</span>
      <span className="phone-only">
        <Icon name="bag" />
        <span className="sr">{words.title}</span>
      </span>
      {count > 0 && (
        <span className="cart-count">
          <span aria-hidden="true">{count}</span>
          <span className="sr">{counted(words.pieces, count, language)}</span>
        </span>
      )}
    </Link>
  );
};
