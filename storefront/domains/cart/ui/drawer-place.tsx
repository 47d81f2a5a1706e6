"use client";

import { useLocale } from "next-intl";
import { type ComponentType, useEffect, useRef, useState } from "react";

import { usePathname } from "../../../i18n/navigation";
import { cartStore, useCart } from "../store";
import { type CartWords, fetchWords } from "../words";

type Fetched = { locale: string; words: CartWords; Drawer: ComponentType<{ words: CartWords }> };

/** Where the cart opens beside a page. It is fetched when it first does; if it cannot be, its page is opened. */
export const DrawerPlace = () => {
  const locale = useLocale();
  const path = usePathname();
  const shownAt = useRef(path);
  const { open } = useCart();
  const [fetched, setFetched] = useState<Fetched | null>(null);
  const isThere = fetched?.locale === locale;
  useEffect(() => {
    if (!open || isThere) return;
    Promise.all([import("./drawer"), fetchWords(locale)])
      .then(([{ CartDrawer: Drawer }, words]) => setFetched({ locale, words, Drawer }))
      .catch(() => location.assign(`/${locale}/cart`));
  }, [open, isThere, locale]);
  useEffect(() => {
    if (shownAt.current !== path) cartStore.show(false);
    shownAt.current = path;
  }, [path]);
  return isThere ? <fetched.Drawer words={fetched.words} /> : null;
};
