import { getTranslations } from "next-intl/server";

import { Notice } from "../../../ui/notice";

type AwayProps = { title: string; of?: "account" | "admin" | "orders" };

/** In place of what could not be read, in the words of its part of the shop. */
export const Away = async ({ title, of = "account" }: AwayProps) => {
  const t = await getTranslations(of);
  return (
    <>
      <h1 tabIndex={-1}>{title}</h1>
      <Notice tone="warn" live="polite">
        {t("away")}
      </Notice>
    </>
  );
};
