import { getFormatter, getLocale, getTranslations } from "next-intl/server";

import { Link } from "../../../i18n/navigation";
import { listHref, type View, views } from "../choice";
import type { Choice, Row } from "../queries";
import { ListSearch, Paging } from "./list-parts";
import { Left, ProductStatus } from "./product-state";
import { Tabs } from "./tabs";

type Props = { view: View; choice: Choice };

/** Finds by part of a name, an address or a SKU, among those that stand somewhere. */
export const ListTools = async ({ view, choice }: Props) => {
  const t = await getTranslations("admin.list");
  return (
    <div className="list-tools">
      <Tabs
        label={t("views")}
        tabs={views.map((one) => ({
          href: listHref(one, { q: choice.q }),
          text: t(`view.${one}`),
          current: one === view,
        }))}
      />
      <ListSearch
        path="/admin/products"
        view={view === "all" ? undefined : view}
        q={choice.q}
        longest={100}
        words={{ searchFor: t("searchFor"), search: t("search") }}
      />
    </div>
  );
};

export const ProductLedger = async ({ rows }: { rows: readonly Row[] }) => {
  const t = await getTranslations("admin.list");
  const format = await getFormatter();
  const locale = await getLocale();
  const other = locale === "ko" ? "en" : "ko";
  return (
    <div className="scroll-x">
      <table className="ledger">
        <caption>{t("caption", { count: rows.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("product")}</th>
            <th scope="col">{t("status")}</th>
            <th scope="col" className="hide-phone">
              {t("sku")}
            </th>
            <th scope="col" className="hide-phone" aria-sort="descending">
              {t("begun")}
            </th>
            <th scope="col" className="end">
              {t("left")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link href={`/admin/products/${row.id}`}>{row.name[locale]}</Link>
                <small className="faint" lang={other}>
                  {row.name[other]}
                </small>
              </th>
              <td>
                <ProductStatus status={row.status} />
              </td>
              <td className="hide-phone">
                {row.skus.slice(0, 2).join(", ")}
                {row.skus.length > 2 && ` ${t("more", { count: row.skus.length - 2 })}`}
              </td>
              <td className="hide-phone">
                <time dateTime={row.createdAt} className="nowrap">
                  {format.dateTime(new Date(row.createdAt), { dateStyle: "medium" })}
                </time>
              </td>
              <td className="end">
                <Left units={row.available} sold={row.status === "active"} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

export const ListPaging = async ({ view, choice, next }: Props & { next: string | null }) => {
  const t = await getTranslations("admin.list");
  const { q, after } = choice;
  return (
    <Paging
      next={next && listHref(view, { q, after: next })}
      start={after === undefined ? null : listHref(view, { q })}
      words={{ pages: t("pages"), next: t("next"), fromStart: t("fromStart") }}
    />
  );
};
