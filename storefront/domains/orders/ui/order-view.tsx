import type { Order } from "@jangteo/order/contract";
import { formatMoney } from "@jangteo/shared/money";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";

import { Link } from "../../../i18n/navigation";
import { buttonClass } from "../../../ui/button";
import { Sums, Things } from "../../checkout/ui/summary";
import { nameOfMethod } from "../queries";
import { standingOf } from "../standing";
import { OrderFacts } from "./order-facts";
import { Timeline } from "./timeline";

/** An order: how it stands, what happened, what is in it and where it goes. */
export const OrderView = async ({ order, invoice }: { order: Order; invoice: string }) => {
  const t = await getTranslations("orders");
  const locale = await getLocale();
  const format = await getFormatter();
  const { number, placedAt, lines, totals } = order;
  return (
    <>
      <div className="list-head">
        <div>
          <h1 tabIndex={-1}>{t(`titles.${standingOf(order)}`)}</h1>
          <p>
            {t("order", { number })} ·{" "}
            {format.dateTime(new Date(placedAt), { dateStyle: "medium" })} ·{" "}
            {formatMoney(totals.total, locale)}
          </p>
        </div>
      </div>
      <div className="two order">
        <div>
          <Timeline order={order} />
          <OrderFacts order={order} method={await nameOfMethod(locale, order.payment.method)} />
        </div>
        <aside className="aside" aria-labelledby="things">
          <h2 id="things">{t("things")}</h2>
          <Things lines={lines} />
          <Sums totals={totals} />
          <div className="actions">
            <Link className={buttonClass()} href={invoice}>
              {t("invoice.title")}
            </Link>
          </div>
        </aside>
      </div>
    </>
  );
};
