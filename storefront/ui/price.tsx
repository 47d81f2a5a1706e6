import { formatMoney, type Money } from "@jangteo/shared/money";
import { useLocale, useTranslations } from "next-intl";

type PriceProps = {
  price: Money;
  listPrice?: Money | null;
  /** Whether some of it costs more. */
  varies?: boolean;
  className?: string;
};

/** A price; a cut one keeps its earlier price, named as such to a screen reader. */
export const Price = ({ price, listPrice = null, varies = false, className = "" }: PriceProps) => {
  const t = useTranslations("catalogue");
  const locale = useLocale();
  const now = formatMoney(price, locale);
  const told = varies ? t("from", { price: now }) : now;
  if (listPrice === null || listPrice.amount <= price.amount) {
    return <span className={`price ${className}`.trim()}>{told}</span>;
  }
  return (
    <span className={`price price--cut ${className}`.trim()}>
      <s>
        <span className="sr">{t("listPrice")} </span>
        {formatMoney(listPrice, locale)}
      </s>
      {told}
    </span>
  );
};
