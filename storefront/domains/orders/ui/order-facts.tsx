import type { Order } from "@jangteo/order/contract";
import { formatMoney } from "@jangteo/shared/money";
import { useLocale, useTranslations } from "next-intl";

import { AddressLines } from "../../checkout/ui/address-lines";

type FactsProps = { order: Order; method: string };

/** Where it goes, how, and with what it was paid. */
export const OrderFacts = ({ order, method }: FactsProps) => {
  const t = useTranslations("orders.facts");
  const locale = useLocale();
  const { shippingAddress, shippingMethod, email } = order;
  const { instrument, refunded } = order.payment;
  const card = instrument && t("card", { brand: instrument.brand, last4: instrument.last4 });
  return (
    <dl className="facts">
      <dt>{t("address")}</dt>
      <dd>
        <AddressLines address={shippingAddress} />
      </dd>
      <dt>{t("method")}</dt>
      <dd>{shippingMethod.name}</dd>
      <dt>{t("payment")}</dt>
      <dd>
        {card ? `${method} · ${card}` : method}
        {refunded.amount > 0 && <p>{t("refunded", { amount: formatMoney(refunded, locale) })}</p>}
      </dd>
      <dt>{t("email")}</dt>
      <dd>{email}</dd>
    </dl>
  );
};
