import { useLocale, useTranslations } from "next-intl";

import { Button } from "../../../ui/button";
import { Notice } from "../../../ui/notice";
import { payIn } from "../actions";
import type { Audience } from "../requests";

type Money = Audience["currency"];

/** A cart that began in other money than the page shows, and the way to change it. */
export const OtherMoney = ({ from, to }: { from: Money; to: Money }) => {
  const t = useTranslations("cart");
  return (
    <Notice
      action={
        <form action={payIn}>
          <input type="hidden" name="locale" value={useLocale()} />
          <input type="hidden" name="currency" value={to} />
          <input type="hidden" name="key" value={crypto.randomUUID()} />
          <Button type="submit">{t(`payIn.${to}`)}</Button>
        </form>
      }
    >
      {t(`otherMoney.${from}`)}
    </Notice>
  );
};
