import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";

import { findFigures, listRecords } from "../../../domains/admin/queries";
import { AdminAway } from "../../../domains/admin/ui/admin-away";
import { Figures } from "../../../domains/admin/ui/figures";
import { Left } from "../../../domains/admin/ui/product-state";
import { ShortLedger } from "../../../domains/admin/ui/short-ledger";
import { Link } from "../../../i18n/navigation";
import { type PageProps, readPage } from "../../../lib/page";
import { buttonClass } from "../../../ui/button";

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const t = await getTranslations({ ...(await params), namespace: "admin.overview" });
  return { title: t("title") };
};

const few = 6;

const OverviewPage = async (props: PageProps) => {
  const { locale } = await readPage(props);
  const t = await getTranslations("admin.overview");
  const format = await getFormatter();
  const back = "/admin";
  const active = { status: "active" } as const;
  const [counts, gone, low, drafts] = await Promise.all([
    findFigures(locale, back),
    listRecords(locale, back, { ...active, availability: "sold_out" }, few),
    listRecords(locale, back, { ...active, availability: "low_stock" }, few),
    listRecords(locale, back, { status: "draft" }, few),
  ]);
  if (!counts || !gone || !low || !drafts) return <AdminAway title={t("title")} />;
  const now = new Date();
  return (
    <>
      <div className="admin__top">
        <div>
          <h1 tabIndex={-1}>{t("title")}</h1>
          <p className="faint">
            <time dateTime={now.toISOString()}>
              {format.dateTime(now, { dateStyle: "full", timeStyle: "short" })}
            </time>
          </p>
        </div>
        <Link className={buttonClass("act")} href="/admin/products/new">
          {t("begin")}
        </Link>
      </div>
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
    </>
  );
};

export default OverviewPage;
