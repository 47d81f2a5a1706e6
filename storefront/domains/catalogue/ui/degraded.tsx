import { useFormatter, useTranslations } from "next-intl";

import { Notice } from "../../../ui/notice";

/**
 * Above stale or missing goods: what still works and since when the prices are old. By `data-degraded` the
 * worker knows a page that must not take the place of a whole one.
 */
export const Degraded = ({ asOf }: { asOf?: Date | undefined }) => {
  const t = useTranslations("catalogue");
  const format = useFormatter();
  return (
    <div className="wrap page-notice" data-degraded="">
      <Notice tone="warn" live="polite">
        {asOf ? (
          <>
            <b>
              {t("asOf", {
                time: format.dateTime(asOf, {
                  hour: "2-digit",
                  minute: "2-digit",
                  hourCycle: "h23",
                }),
              })}
            </b>{" "}
            {t("staleShelf")}
          </>
        ) : (
          t("noShelf")
        )}
      </Notice>
    </div>
  );
};
