import { getTranslations } from "next-intl/server";

import { FormField, FormSelect } from "../../account/ui/form-field";
import { currencies, lists } from "../price-form";
import { SpanFields } from "./span-fields";

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
      <SpanFields of="prices" />
    </>
  );
};
