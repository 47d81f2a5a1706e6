import { formatMoney, type Money } from "@jangteo/shared/money";
import { useLocale, useTranslations } from "next-intl";

type PriceProps = { price: Money; listPrice?: Money | null; className?: string };

/** A price; a cut one keeps its earlier price, named as such to a screen reader. */
export const Price = ({ price, listPrice = null, className = "" }: PriceProps) => {
  const t = useTranslations("catalogue");
  const locale = useLocale();
  if (listPrice === null || listPrice.amount <= price.amount) {
    return <span className={`price ${className}`.trim()}>{formatMoney(price, locale)}</span>;
  }
  return (
    <span className={`price price--cut ${className}`.trim()}>
      <s>
        <span className="sr">{t("listPrice")} </span>
        {formatMoney(listPrice, locale)}
      </s>
      {formatMoney(price, locale)}
    </span>
  );
};
