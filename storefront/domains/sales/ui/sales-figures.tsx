import { formatMoney } from "@jangteo/shared/money";
import { useFormatter, useLocale, useTranslations } from "next-intl";

import { Link } from "../../../i18n/navigation";
import { salesHref } from "../choice";
import { type SalesFigures as Figures, sumOf } from "../figures";

type ShareProps = { now: number; before: number };

/** By how much something is more or less than it was in as many days before. */
const Change = ({ now, before }: ShareProps) => {
  const t = useTranslations("admin.figures.change");
  const format = useFormatter();
  if (before === 0) return <dd className="delta">{t("unknown")}</dd>;
  const share = now / before - 1;
  const percent = format.number(Math.abs(share), { style: "percent", maximumFractionDigits: 1 });
  if (share === 0) return <dd className="delta">{t("same")}</dd>;
  return share > 0 ? (
    <dd className="delta delta--up">{t("up", { percent })}</dd>
  ) : (
    <dd className="delta">{t("down", { percent })}</dd>
  );
};

/** What was sold, beside as many days before, and what waits to be sent. */
export const SalesFigures = ({ figures }: { figures: Figures }) => {
  const t = useTranslations("admin.figures");
  const locale = useLocale();
  const { days, toShip, openReturns, openReviews } = figures;
  const currency = days[0]?.total.currency ?? "KRW";
  const [now, before] = [sumOf(days), sumOf(figures.before)];
  const money = (amount: number) => formatMoney({ amount: Math.round(amount), currency }, locale);
  const mean = ({ amount, orders }: typeof now) => (orders === 0 ? 0 : amount / orders);
  return (
    <dl className="figures figures--sales">
      <div>
        <dt>{t("sales")}</dt>
        <dd className="big">{money(now.amount)}</dd>
        <Change now={now.amount} before={before.amount} />
      </div>
      <div>
        <dt>{t("orders")}</dt>
        <dd className="big">{t("orderCount", { count: now.orders })}</dd>
        <Change now={now.orders} before={before.orders} />
      </div>
      <div>
        <dt>{t("mean")}</dt>
        <dd className="big">{money(mean(now))}</dd>
        <Change now={mean(now)} before={mean(before)} />
      </div>
      <div>
        <dt>{t("toShip")}</dt>
        <dd className="big">
          <Link href={salesHref({ view: "paid" })}>{t("orderCount", { count: toShip })}</Link>
        </dd>
        <dd className="delta">
          <Link href={salesHref({ view: "returns" })}>{t("returns", { count: openReturns })}</Link>
          {" · "}
          {t("reviews", { count: openReviews })}
        </dd>
      </div>
    </dl>
  );
};
