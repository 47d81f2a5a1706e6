import { getTranslations } from "next-intl/server";

import { FormField, FormSelect } from "../../account/ui/form-field";
import { currencies, lists } from "../price-form";

export const PriceFields = async () => {
  const t = await getTranslations("admin.prices");
  return (
    <>
      <div className="pair">
        <FormSelect
          name="list"
          label={t("kind")}
          options={lists.map((list) => [list, t(list)] as const)}
        />
        <FormSelect
          name="currency"
          label={t("currency")}
          options={currencies.map((currency) => [currency, t(currency)] as const)}
        />
      </div>
      <div className="pair">
        <FormField name="amount" label={t("amount")} hint={t("amountHint")} inputMode="decimal" />
        <FormField
          name="minQuantity"
          label={t("minQuantity")}
          hint={t("minQuantityHint")}
          inputMode="numeric"
        />
      </div>
      <div className="pair">
        <FormField
          name="startsAt"
          type="datetime-local"
          label={t("startsAt")}
          hint={t("startsAtHint")}
        />
        <FormField name="endsAt" type="datetime-local" label={t("endsAt")} hint={t("endsAtHint")} />
      </div>
    </>
  );
};
