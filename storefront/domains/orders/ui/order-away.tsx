import { getTranslations } from "next-intl/server";

import { Away } from "../../account/ui/away";

/** In place of an order that could not be read. */
export const OrderAway = async () => {
  const t = await getTranslations("orders");
  return <Away of="orders" title={t("one")} />;
};
