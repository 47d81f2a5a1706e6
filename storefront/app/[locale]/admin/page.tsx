import "../../../ui/styles/chart.css";
import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";

import { Shelves } from "../../../domains/admin/ui/shelves";
import { Tabs } from "../../../domains/admin/ui/tabs";
import {
  currencies,
  figuresChoiceOf,
  figuresHref,
  periods,
  readSales,
} from "../../../domains/sales/figures";
import { listSales } from "../../../domains/sales/orders";
import { SalesLedger } from "../../../domains/sales/ui/order-ledger";
import { SalesChart } from "../../../domains/sales/ui/sales-chart";
import { SalesFigures } from "../../../domains/sales/ui/sales-figures";
import { type PageProps, readPage } from "../../../lib/page";
import { Notice } from "../../../ui/notice";

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const t = await getTranslations({ ...(await params), namespace: "admin.overview" });
  return { title: t("title") };
};

const few = 6;

/** How the shop stands. What one part does not tell, the others do not hide. */
const OverviewPage = async (props: PageProps) => {
  const { locale, asked } = await readPage(props);
  const t = await getTranslations("admin.overview");
  const format = await getFormatter();
  const choice = figuresChoiceOf(asked);
  const figures = await readSales(locale, choice);
  const waiting = figures && (await listSales(locale, { view: "paid" }, few));
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
        <div className="actions">
          <Tabs
            label={t("period")}
            tabs={periods.map((days) => ({
              href: figuresHref({ ...choice, days }),
              text: t(`periods.d${days}`),
              current: days === choice.days,
            }))}
          />
          <Tabs
            label={t("currency")}
            tabs={currencies.map((currency) => ({
              href: figuresHref({ ...choice, currency }),
              text: currency,
              current: currency === choice.currency,
            }))}
          />
        </div>
      </div>
      {!figures && (
        <Notice tone="warn" live="polite">
          {t("salesAway")}
        </Notice>
      )}
      {figures && (
        <>
          <SalesFigures figures={figures} />
          <SalesChart figures={figures} />
        </>
      )}
      {waiting && (
        <section aria-labelledby="waiting">
          <h2 id="waiting">{t("waiting")}</h2>
          {waiting.items.length === 0 ? (
            <p className="soft small">{t("waitingNone")}</p>
          ) : (
            <SalesLedger rows={waiting.items} />
          )}
        </section>
      )}
      <Shelves />
    </>
  );
};

export default OverviewPage;
