import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";

import { Link } from "../../../i18n/navigation";
import { namedCountries } from "../../../ui/countries";
import { inOneLine } from "../../../ui/in-one-line";
import { freshForm } from "../../account/forms";
import { ActionForm } from "../../account/ui/action-form";
import { FormCheck, FormField, FormSelect, Submit } from "../../account/ui/form-field";
import { formWords } from "../../account/ui/form-words";
import { saveWhere } from "../actions/sections";
import type { Checkout } from "../checkout";
import type { Buyer } from "../queries";
import { Choices, Unseen } from "./choices";

type WhereProps = { checkout: Checkout; buyer: Buyer | null; back: ReactNode };

/** What was said before, else what the account knows. */
const valuesOf = ({ email, version, shippingAddress }: Checkout, buyer: Buyer | null) => {
  const kept = buyer?.addresses ?? [];
  const line = shippingAddress && inOneLine(shippingAddress);
  const same = kept.find((one) => one.name === shippingAddress?.name && inOneLine(one) === line);
  const first = shippingAddress ? same : (kept.find(({ isDefault }) => isDefault) ?? kept[0]);
  const said = Object.entries(shippingAddress ?? {}).map(([field, text]) => [field, text ?? ""]);
  return {
    name: buyer?.name ?? "",
    telephone: buyer?.telephone ?? "",
    addressCountry: "KR",
    ...Object.fromEntries(said),
    email: email ?? buyer?.email ?? "",
    saved: first?.id ?? "new",
    version: String(version),
  };
};

/** Who buys, and where it goes: one of the addresses of an account, or one that is typed. */
export const WhereForm = async ({ checkout, buyer, back }: WhereProps) => {
  const t = await getTranslations("checkout");
  const f = await getTranslations("forms");
  const locale = await getLocale();
  const kept = buyer?.addresses ?? [];
  return (
    <ActionForm
      name="where"
      className="where"
      action={saveWhere}
      initial={freshForm(valuesOf(checkout, buyer))}
      words={await formWords("where")}
      hidden={{ _id: checkout.id }}
    >
      <Unseen name="version" />
      <FormField
        name="email"
        type="email"
        label={t("fields.email")}
        hint={t("fields.emailHint")}
        autoComplete="email"
        placeholder="name@example.com"
      />
      {!buyer && (
        <p className="small">
          {t("member")}{" "}
          <Link href={`/login?next=${encodeURIComponent(`/${locale}/checkout`)}`}>
            {t("login")}
          </Link>
        </p>
      )}
      {kept.length > 0 && (
        <Choices
          name="saved"
          legend={t("saved")}
          choices={[
            ...kept.map((one) => ({ value: one.id, label: one.name, note: inOneLine(one) })),
            { value: "new", label: t("otherAddress") },
          ]}
        />
      )}
      <div className="where__typed">
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
            options={namedCountries(locale)}
          />
          <FormField
            name="postalCode"
            label={t("fields.postalCode")}
            autoComplete="shipping postal-code"
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
          hint={f("optional")}
          autoComplete="shipping address-line2"
        />
        <div className="pair where__abroad">
          <FormField
            name="addressLocality"
            label={t("fields.addressLocality")}
            autoComplete="shipping address-level2"
          />
          <FormField
            name="addressRegion"
            label={t("fields.addressRegion")}
            hint={f("optional")}
            autoComplete="shipping address-level1"
          />
        </div>
        {buyer && <FormCheck name="save" label={t("fields.save")} />}
      </div>
      <div className="actions">
        <Submit>{t("toHow")}</Submit>
        {back}
      </div>
    </ActionForm>
  );
};
