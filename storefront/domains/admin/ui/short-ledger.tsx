import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { Link } from "../../../i18n/navigation";
import type { Row } from "../queries";

type Line = Pick<Row, "id" | "name"> & { end: ReactNode };

type Props = {
  id: string;
  title: string;
  rows: readonly Line[];
  head: string;
  none: string;
};

/** A few products and one thing to know of each. */
export const ShortLedger = ({ id, title, rows, head, none }: Props) => {
  const t = useTranslations("admin.list");
  const locale = useLocale();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {rows.length === 0 ? (
        <p className="soft small">{none}</p>
      ) : (
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col">{t("product")}</th>
              <th scope="col" className="end">
                {head}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id: product, name, end }) => (
              <tr key={product}>
                <th scope="row">
                  <Link href={`/admin/products/${product}`}>{name[locale]}</Link>
                </th>
                <td className="end">{end}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
};
