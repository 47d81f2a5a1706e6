import type { Order } from "@jangteo/order/contract";
import { formatMoney } from "@jangteo/shared/money";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";

import { Link } from "../../../i18n/navigation";
import { buttonClass } from "../../../ui/button";
import { Told } from "../../account/ui/told";
import { Sums, Things } from "../../checkout/ui/summary";
import type { OrderAsked } from "../page";
import { nameOfMethod } from "../queries";
import { standingOf } from "../standing";
import { AfterSale } from "./after-sale";
import { OrderFacts } from "./order-facts";
import { Timeline } from "./timeline";

type OrderViewProps = { order: Order; here: string; own: boolean } & OrderAsked;

/** An order: how it stands, what happened, what is in it and where it goes. */
export const OrderView = async ({ order, here, own, done, ask }: OrderViewProps) => {
  const t = await getTranslations("orders");
  const locale = await getLocale();
  const format = await getFormatter();
  const { number, placedAt, lines, totals } = order;
  const isSo = { cancelled: order.state === "cancelled", asked: order.returns.length > 0 };
  const outcome = (["cancelled", "asked"] as const).find((one) => one === done && isSo[one]);
  return (
    <>
      {outcome && <Told key={crypto.randomUUID()}>{t(`after.${outcome}`)}</Told>}
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
          <AfterSale {...{ order, own, here, ask }} />
          <OrderFacts order={order} method={await nameOfMethod(locale, order.payment.method)} />
        </div>
        <aside className="aside" aria-labelledby="things">
          <h2 id="things">{t("things")}</h2>
          <Things lines={lines} />
          <Sums totals={totals} />
          <div className="actions">
            <Link className={buttonClass()} href={`${here}/invoice`}>
              {t("invoice.title")}
            </Link>
          </div>
        </aside>
      </div>
    </>
  );
};
