import { getLocale, getTranslations } from "next-intl/server";

import { Link } from "../../../i18n/navigation";
import { homes, type Kind } from "../form";
import type { Collection } from "../queries";

type Row = Collection & { parent?: string | null };

const depthOf = (rows: readonly Row[], { parent }: Row): number => {
  const above = rows.find(({ slug }) => slug === parent);
  return above ? depthOf(rows, above) + 1 : 0;
};

/** All shelves of a kind in their order; what stands below another is set in. */
export const ShelfLedger = async ({ kind, rows }: { kind: Kind; rows: readonly Row[] }) => {
  const t = await getTranslations("admin.shelves");
  const locale = await getLocale();
  const other = locale === "ko" ? "en" : "ko";
  return (
    <div className="scroll-x">
      <table className="ledger">
        <caption>{t(`caption.${kind}`, { count: rows.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("name")}</th>
            <th scope="col" className="hide-phone">
              {t("address")}
            </th>
            <th scope="col" className="end hide-phone">
              {t("position")}
            </th>
            <th scope="col" className="end">
              {t("products")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.slug}>
              <th scope="row" style={{ paddingInlineStart: `${depthOf(rows, row) * 1.5}rem` }}>
                <Link href={`${homes[kind]}/${row.slug}`}>{row.name[locale]}</Link>
                <small className="faint" lang={other}>
                  {row.name[other]}
                </small>
              </th>
              <td className="hide-phone">{row.slug}</td>
              <td className="end hide-phone">{row.position}</td>
              <td className="end">{row.products}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
