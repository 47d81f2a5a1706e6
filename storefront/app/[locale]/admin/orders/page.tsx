import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Away } from "../../../../domains/account/ui/away";
import { searchOf, viewChoiceOf } from "../../../../domains/admin/choice";
import { salesViews } from "../../../../domains/sales/choice";
import { listSales } from "../../../../domains/sales/orders";
import { SalesLedger, SalesPaging, SalesTools } from "../../../../domains/sales/ui/order-ledger";
import { Link } from "../../../../i18n/navigation";
import { type PageProps, readPage } from "../../../../lib/page";
import { buttonClass } from "../../../../ui/button";
import { EmptyShelf } from "../../../../ui/empty-shelf";
import { Notice } from "../../../../ui/notice";

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const t = await getTranslations({ ...(await params), namespace: "admin.sales" });
  return { title: t("title") };
};

const SalesPage = async (props: PageProps) => {
  const { locale, asked } = await readPage(props);
  const t = await getTranslations("admin.sales");
  const choice = viewChoiceOf(salesViews, asked);
  const list = await listSales(locale, choice);
  if (!list) return <Away of="admin" title={t("title")} />;
  return (
    <>
      <div className="admin__top">
        <h1 tabIndex={-1}>{t("title")}</h1>
        <a
          className={buttonClass()}
          href={`/admin/order-exports${searchOf({ locale, view: choice.view, q: choice.q })}`}
          download
        >
          {t("export")}
        </a>
      </div>
      {asked("failed") === "away" && (
        <Notice tone="warn" live="polite">
          {t("exportAway")}
        </Notice>
      )}
      <SalesTools choice={choice} />
      {list.items.length === 0 ? (
        <EmptyShelf>
          <h2>{t("none")}</h2>
          <Link href="/admin/orders">{t("showAll")}</Link>
        </EmptyShelf>
      ) : (
        <SalesLedger rows={list.items} />
      )}
      <SalesPaging choice={choice} next={list.next} />
    </>
  );
};

export default SalesPage;
