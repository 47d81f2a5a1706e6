import { getTranslations } from "next-intl/server";

import { Notice } from "../../../ui/notice";

/** In place of what could not be read. */
export const AdminAway = async ({ title }: { title: string }) => {
  const t = await getTranslations("admin");
  return (
    <>
      <h1 tabIndex={-1}>{title}</h1>
      <Notice tone="warn" live="polite">
        {t("away")}
      </Notice>
    </>
  );
};
