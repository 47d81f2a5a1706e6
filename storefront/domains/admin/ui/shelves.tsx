import { getFormatter, getTranslations } from "next-intl/server";

import { Link } from "../../../i18n/navigation";
import { buttonClass } from "../../../ui/button";
import { Notice } from "../../../ui/notice";
import { readShelves } from "../queries";
import { Figures } from "./figures";
import { Left } from "./product-state";
import { ShortLedger } from "./short-ledger";

/** How the shelves stand, for those whose role includes them. */
export const Shelves = async () => {
  const t = await getTranslations("admin.overview");
  const format = await getFormatter();
  const shelves = await readShelves();
  if (shelves === undefined) return null;
  if (shelves === null)
    return (
      <Notice tone="warn" live="polite">
        {t("shelvesAway")}
      </Notice>
    );
  const { counts, gone, low, drafts } = shelves;
  return (
    <>
      <Figures counts={counts} />
      <div className="admin__cols">
        <ShortLedger
          id="low"
          title={t("low")}
          head={t("left")}
          rows={[...gone.items, ...low.items].map(({ id, name, available }) => ({
            ...{ id, name },
            end: <Left units={available} />,
          }))}
          none={t("nothingLow")}
        />
        <ShortLedger
          id="drafts"
          title={t("drafts")}
          head={t("begun")}
          rows={drafts.items.map(({ id, name, createdAt }) => ({
            ...{ id, name },
            end: (
              <time dateTime={createdAt}>
                {format.dateTime(new Date(createdAt), { dateStyle: "medium" })}
              </time>
            ),
          }))}
          none={t("noDrafts")}
        />
      </div>
      <p>
        <Link className={buttonClass("act")} href="/admin/products/new">
          {t("begin")}
        </Link>
      </p>
    </>
  );
};
