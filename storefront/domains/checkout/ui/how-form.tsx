import { formatMoney } from "@jangteo/shared/money";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";

import { freshForm } from "../../account/forms";
import { ActionForm } from "../../account/ui/action-form";
import { Submit } from "../../account/ui/form-field";
import { formWords } from "../../account/ui/form-words";
import { saveHow } from "../actions/sections";
import { type Checkout, daysWord } from "../checkout";
import { Choices, Unseen } from "./choices";

/** The ways that reach the address, with what each costs and how long it takes. */
export const HowForm = async ({ checkout, back }: { checkout: Checkout; back: ReactNode }) => {
  const t = await getTranslations("checkout");
  const locale = await getLocale();
  const { id, version, shippingMethod, shippingMethods } = checkout;
  const chosen = shippingMethod ?? shippingMethods[0]?.code ?? "";
  return (
    <ActionForm
      name="how"
      className="where"
      action={saveHow}
      initial={freshForm({ shippingMethod: chosen, version: String(version) })}
      words={await formWords("how")}
      hidden={{ _id: id }}
    >
      <Unseen name="version" />
      <Choices
        name="shippingMethod"
        legend={t("steps.how")}
        choices={shippingMethods.map(({ code, name, price, days }) => ({
          value: code,
          label: name,
          aside: price.amount === 0 ? t("free") : formatMoney(price, locale),
          note: t(daysWord(days), days),
        }))}
      />
      <div className="actions">
        <Submit>{t("toPay")}</Submit>
        {back}
      </div>
    </ActionForm>
  );
};
