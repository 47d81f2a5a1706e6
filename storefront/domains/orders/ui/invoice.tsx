import type { Order } from "@jangteo/order/contract";
import { formatMoney } from "@jangteo/shared/money";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";

import { Link } from "../../../i18n/navigation";
import { PrintButton } from "../../account/ui/print-button";
import { Sums } from "../../checkout/ui/summary";
import { nameOfMethod } from "../queries";
import { OrderFacts } from "./order-facts";

/** What was bought and paid, on one sheet for the printer. */
export const Invoice = async ({ order, back }: { order: Order; back: string }) => {
  const t = await getTranslations("orders.invoice");
  const shop = await getTranslations("shop");
  const locale = await getLocale();
  const format = await getFormatter();
  const { number, placedAt, lines, totals } = order;
  return (
    <div className="invoice">
      <h1 tabIndex={-1}>{t("title")}</h1>
      <p>
        {shop("name")} · {number} · {format.dateTime(new Date(placedAt), { dateStyle: "long" })}
      </p>
      <div className="scroll-x">
        <table className="ledger">
          <caption>{t("caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("name")}</th>
              <th scope="col" className="end">
                {t("quantity")}
              </th>
              <th scope="col" className="end">
                {t("unitPrice")}
              </th>
              <th scope="col" className="end">
                {t("total")}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.id}>
                <th scope="row">
                  {line.name}
                  <p className="tiny faint">
                    {[...line.options.map(({ value }) => value), line.sku].join(" · ")}
                  </p>
                </th>
                <td className="end num">{line.quantity}</td>
                <td className="end num">{formatMoney(line.unitPrice, locale)}</td>
                <td className="end num">{formatMoney(line.total, locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Sums totals={totals} />
      <OrderFacts order={order} method={await nameOfMethod(locale, order.payment.method)} />
      <div className="actions">
        <PrintButton>{t("print")}</PrintButton>
        <Link className="btn btn--quiet" href={back}>
          {t("back")}
        </Link>
      </div>
    </div>
  );
};
