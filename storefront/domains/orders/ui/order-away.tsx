import { getTranslations } from "next-intl/server";

import { Notice } from "../../../ui/notice";

/** In place of an order that could not be read. */
export const OrderAway = async () => {
  const t = await getTranslations("orders");
  return (
    <>
      <h1 tabIndex={-1}>{t("one")}</h1>
      <Notice tone="warn" live="polite">
        {t("away")}
      </Notice>
    </>
  );
};
