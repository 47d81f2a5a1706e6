import { formatMoney } from "@jangteo/shared/money";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";

import { Link } from "../../../i18n/navigation";
import { ListSearch, Paging } from "../../admin/ui/list-parts";
import { Tabs } from "../../admin/ui/tabs";
import { markOf, standingOf } from "../../orders/standing";
import { type SalesChoice, salesHref, salesViews } from "../choice";
import type { SalesRow } from "../orders";

type Stands = Parameters<typeof standingOf>[0];

/** How an order stands, in the words that its shopper reads. */
export const SaleState = async ({ order }: { order: Stands }) => {
  const t = await getTranslations("orders.standings");
  const standing = standingOf(order);
  return <span className={`status status--${markOf(standing)}`}>{t(standing)}</span>;
};

export const SalesTools = async ({ choice }: { choice: SalesChoice }) => {
  const t = await getTranslations("admin.sales");
  return (
    <div className="list-tools">
      <Tabs
        label={t("views")}
        tabs={([undefined, ...salesViews] as const).map((view) => ({
          href: salesHref({ q: choice.q, view }),
          text: t(`view.${view ?? "all"}`),
          current: view === choice.view,
        }))}
      />
      <ListSearch
        path="/admin/orders"
        view={choice.view}
        q={choice.q}
        longest={80}
        words={{ searchFor: t("searchFor"), search: t("search") }}
      />
    </div>
  );
};

export const SalesLedger = async ({ rows }: { rows: readonly SalesRow[] }) => {
  const t = await getTranslations("admin.sales");
  const locale = await getLocale();
  const format = await getFormatter();
  return (
    <div className="scroll-x">
      <table className="ledger">
        <caption>{t("caption", { count: rows.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("order")}</th>
            <th scope="col" className="hide-phone">
              {t("placed")}
            </th>
            <th scope="col">{t("who")}</th>
            <th scope="col">{t("state")}</th>
            <th scope="col" className="end">
              {t("total")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((order) => (
            <tr key={order.id}>
              <th scope="row">
                <Link href={`/admin/orders/${order.id}`}>{order.number}</Link>
              </th>
              <td className="hide-phone">
                <time dateTime={order.placedAt}>
                  {format.dateTime(new Date(order.placedAt), {
                    ...({ dateStyle: "medium", timeStyle: "short" } as const),
                  })}
                </time>
              </td>
              <td>{order.recipient}</td>
              <td>
                <SaleState order={order} />
              </td>
              <td className="end">
                <span className="num">{formatMoney(order.total, locale)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

type PagingProps = { choice: SalesChoice; next: string | null };

export const SalesPaging = async ({ choice: { after, ...choice }, next }: PagingProps) => {
  const t = await getTranslations("admin.sales");
  return (
    <Paging
      next={next && salesHref({ ...choice, after: next })}
      start={after === undefined ? null : salesHref(choice)}
      words={{ pages: t("pages"), next: t("next"), fromStart: t("fromStart") }}
    />
  );
};
