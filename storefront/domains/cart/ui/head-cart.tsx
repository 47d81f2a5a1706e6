import { getLocale, getMessages } from "next-intl/server";

import { audienceOf } from "../../../lib/currency";
import { findMark } from "../queries";
import { CartLink } from "./cart-link";

/** The head's cart; of whoever is nobody yet nothing is asked. */
export const HeadCart = async () => {
  const locale = await getLocale();
  const [audience, mark, { cart }] = await Promise.all([
    audienceOf(locale),
    findMark(),
    getMessages(),
  ]);
  return (
    <CartLink audience={audience} mark={mark} words={{ title: cart.title, pieces: cart.pieces }} />
  );
};
