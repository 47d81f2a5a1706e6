import { getLocale, getTranslations } from "next-intl/server";

import { findSaved } from "../queries";
import { Heart } from "./heart";

type WishProps = {
  piece: { id: string; name: string };
  /** With its word, where the heart stands by itself. */
  wordy?: boolean;
};

/** The heart of a piece, filled for whom it is saved. */
export const Wish = async ({ piece: { id, name }, wordy = false }: WishProps) => {
  const [t, locale, saved] = await Promise.all([
    getTranslations("wishlist"),
    getLocale(),
    findSaved(),
  ]);
  return (
    <Heart
      id={id}
      saved={saved.has(id)}
      action={`/${locale}/wishlist/items`}
      label={t("save", { name })}
      {...(wordy && { text: t("saveThis") })}
    />
  );
};
