import { formatMoney } from "@jangteo/shared/format-money";
import { useLocale } from "next-intl";

type Money = Parameters<typeof formatMoney>[0];

/** As money is written in the language of the page. */
export const useMoney = () => {
  const locale = useLocale();
  return (money: Money) => formatMoney(money, locale);
};

type AmountProps = { price: Money; listPrice: Money | null; was: string };

/** A price; a cut one keeps its earlier price, named as such to a screen reader. */
export const Amount = ({ price, listPrice, was }: AmountProps) => {
  const money = useMoney();
  if (listPrice === null || listPrice.amount <= price.amount)
    return <span className="price">{money(price)}</span>;
  return (
    <span className="price price--cut">
      <s>
        <span className="sr">{was} </span>
        {money(listPrice)}
      </s>
      {money(price)}
    </span>
  );
};
