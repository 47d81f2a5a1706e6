import { formatMoney } from "@jangteo/shared/money";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";

import { Link } from "../../../i18n/navigation";
import { ViewPaging, ViewTools } from "../../admin/ui/list-parts";
import { markOf, standingOf } from "../../orders/standing";
import { type SalesChoice, salesViews } from "../choice";
import type { SalesRow } from "../orders";

type Stands = Parameters<typeof standingOf>[0];

/** How an order stands, in the words that its shopper reads. */
export const SaleState = async ({ order }: { order: Stands }) => {
  const t = await getTranslations("orders.standings");
  const standing = standingOf(order);
  return <span className={`status status--${markOf(standing)}`}>{t(standing)}</span>;
};

const path = "/admin/orders";
type ChoiceProps = { choice: SalesChoice };

export const SalesTools = async ({ choice }: ChoiceProps) => {
  const t = await getTranslations("admin.sales");
  return (
    <ViewTools
      path={path}
      choice={choice}
      tabs={([undefined, ...salesViews] as const).map((view) => [view, t(`view.${view ?? "all"}`)])}
      words={{ views: t("views"), searchFor: t("searchFor"), search: t("search") }}
    />
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

export const SalesPaging = async ({ choice, next }: ChoiceProps & { next: string | null }) => {
  const t = await getTranslations("admin.sales");
  const words = { pages: t("pages"), next: t("next"), fromStart: t("fromStart") };
  return <ViewPaging path={path} choice={choice} next={next} words={words} />;
};
