import { useTranslations } from "next-intl";

import { Notice } from "../../../ui/notice";

// The worker writes the time, and what shows the notice, into the copy of the page that it kept.
const at = () => (
  <time className="kept__at" suppressHydrationWarning>
    00:00
  </time>
);

/** Says since when a page is kept that the worker shows in place of a fresh one. */
export const KeptNotice = () => {
  const t = useTranslations("shop");
  return (
    <aside className="wrap page-notice kept" aria-label={t("keptLabel")}>
      <Notice tone="warn">{t.rich("kept", { time: at })}</Notice>
    </aside>
  );
};
