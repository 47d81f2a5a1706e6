import { getLocale, getTranslations } from "next-intl/server";

import { Link } from "../../../i18n/navigation";
import { namedCountries } from "../../../ui/countries";
import { type FormAction, freshForm } from "../forms";
import { ActionForm } from "./action-form";
import { FormCheck, FormField, FormSelect, Submit } from "./form-field";
import { formWords } from "./form-words";

type AddressFormProps = {
  action: FormAction;
  values: Record<string, string>;
  hidden?: Record<string, string>;
};

export const AddressForm = async ({ action, values, hidden = {} }: AddressFormProps) => {
  const t = await getTranslations("account.addresses");
  const f = await getTranslations("forms");
  return (
    <ActionForm
      name="address"
      className="account__form"
      action={action}
      initial={freshForm({ addressCountry: "KR", ...values })}
      words={await formWords("address")}
      hidden={hidden}
    >
      <div className="pair">
        <FormField name="name" label={t("fields.name")} autoComplete="shipping name" />
        <FormField
          name="telephone"
          type="tel"
          label={t("fields.telephone")}
          autoComplete="shipping tel"
          placeholder="010-2345-6789"
        />
      </div>
      <div className="pair">
        <FormSelect
          name="addressCountry"
          label={t("fields.addressCountry")}
          autoComplete="shipping country"
          options={namedCountries(await getLocale())}
        />
        <FormField
          name="postalCode"
          label={t("fields.postalCode")}
          autoComplete="shipping postal-code"
        />
      </div>
      <div className="pair">
        <FormField
          name="addressRegion"
          label={t("fields.addressRegion")}
          autoComplete="shipping address-level1"
          hint={f("optional")}
        />
        <FormField
          name="addressLocality"
          label={t("fields.addressLocality")}
          autoComplete="shipping address-level2"
          hint={f("optional")}
        />
      </div>
      <FormField
        name="streetAddress"
        label={t("fields.streetAddress")}
        autoComplete="shipping address-line1"
      />
      <FormField
        name="extendedAddress"
        label={t("fields.extendedAddress")}
        autoComplete="shipping address-line2"
        hint={f("optional")}
      />
      <FormCheck name="isDefault" label={t("fields.isDefault")} />
      <div className="actions">
        <Submit>{t("submit")}</Submit>
        <Link className="btn btn--quiet" href="/account/addresses">
          {t("cancel")}
        </Link>
      </div>
    </ActionForm>
  );
};
