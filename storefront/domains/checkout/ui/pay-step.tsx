import { formatMoney } from "@jangteo/shared/money";
import { getLocale, getTranslations } from "next-intl/server";

import { Notice } from "../../../ui/notice";
import { type Checkout, markOf, pathsOf } from "../checkout";
import { listMethods } from "../queries";
import { PayForm } from "./pay-form";

/** By what one pays, and the button that says how much. */
export const PayStep = async ({ checkout }: { checkout: Checkout }) => {
  const t = await getTranslations("checkout");
  const locale = await getLocale();
  const { id, totals, paymentMethod, currency, stale } = checkout;
  const methods = await listMethods(locale, currency);
  if (!methods || methods.length === 0 || stale)
    return (
      <Notice tone="warn" live="polite">
        {t(stale ? "stale" : "noMethods")}
      </Notice>
    );
  const chosen = methods.find(({ code }) => code === paymentMethod) ?? methods[0];
  return (
    <PayForm
      action={pathsOf(locale, id).payment}
      label={t("pay", { total: formatMoney(totals.total, locale) })}
      sending={t("paying")}
      note={t("once")}
    >
      {/* Never on a page that is made beforehand: another shopper would pay under the same key. */}
      <input type="hidden" name="key" value={crypto.randomUUID()} />
      <input type="hidden" name="mark" value={markOf(checkout)} />
      <input type="hidden" name="amount" value={totals.total.amount} />
      <fieldset className="choice">
        <legend className="sr">{t("method")}</legend>
        {methods.map(({ code, name }) => (
          <label key={code}>
            <input type="radio" name="method" value={code} defaultChecked={code === chosen?.code} />
            <b>{name}</b>
            <span />
            <small>{t("nextPage")}</small>
          </label>
        ))}
      </fieldset>
      <p className="small soft">{t("agree")}</p>
    </PayForm>
  );
};
