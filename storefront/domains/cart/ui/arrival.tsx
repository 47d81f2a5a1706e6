import { getLocale, getMessages } from "next-intl/server";

import { findNews } from "../queries";
import { counted } from "../words";
import { CameAlong } from "./came-along";

/** What a login took along into the cart. */
export const Arrival = async () => {
  const [news, locale, { cart }] = await Promise.all([findNews(), getLocale(), getMessages()]);
  if (!news) return null;
  const text = counted(cart.cameAlong, news.lines, locale);
  return (
    <CameAlong
      key={crypto.randomUUID()}
      text={news.capped > 0 ? `${text} ${cart.capped}` : text}
      look={cart.look}
      dismiss={cart.dismiss}
    />
  );
};
