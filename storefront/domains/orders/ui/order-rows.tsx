import type { OrderSummary } from "@jangteo/order/contract";
import { formatMoney } from "@jangteo/shared/money";
import { useFormatter, useLocale, useTranslations } from "next-intl";

import { Link } from "../../../i18n/navigation";
import { markOf, standingOf } from "../standing";
import { KeptPicture } from "./kept-picture";

const OrderRow = ({ order }: { order: OrderSummary }) => {
  const t = useTranslations("orders");
  const format = useFormatter();
  const locale = useLocale();
  const { id, number, name, units, picture, total, placedAt } = order;
  const standing = standingOf(order);
  return (
    <li className="line order-row">
      <KeptPicture picture={picture} />
      <Link className="line__name" href={`/account/orders/${id}`}>
        {t("rowName", { name, units })}
      </Link>
      <span className="price">{formatMoney(total, locale)}</span>
      <span className="faint">
        {t("order", { number })} · {format.dateTime(new Date(placedAt), { dateStyle: "medium" })}
      </span>
      <span className={`status status--${markOf(standing)}`}>{t(`standings.${standing}`)}</span>
    </li>
  );
};

export const OrderRows = ({ orders }: { orders: readonly OrderSummary[] }) => (
  <ul className="lines">
    {orders.map((order) => (
      <OrderRow key={order.id} order={order} />
    ))}
  </ul>
);
