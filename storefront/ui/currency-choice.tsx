import type { Currency } from "@jangteo/shared/money";
import { useTranslations } from "next-intl";

import { currencies } from "./currencies";
import { chooseCurrency } from "./currency";

/** In which money prices are shown: a plain form, so it needs no JavaScript. */
export const CurrencyChoice = ({ chosen }: { chosen: Currency }) => {
  const t = useTranslations("shop");
  return (
    <form className="currency" action={chooseCurrency}>
      <fieldset className="segment">
        <legend className="sr">{t("currency")}</legend>
        {currencies.map((one) => (
          <button key={one} name="currency" value={one} aria-pressed={one === chosen}>
            {t(`currencies.${one}`)}
          </button>
        ))}
      </fieldset>
    </form>
  );
};
