import { getLocale, getTranslations } from "next-intl/server";

import { FormField, FormSelect } from "../../account/ui/form-field";
import type { Product } from "../queries";

const sizes = ["width", "height", "depth"] as const;

export const labelsOfVariant = async ({ options }: Product): Promise<Record<string, string>> => {
  const t = await getTranslations("admin.fields");
  const locale = await getLocale();
  const own = (["sku", "position", ...sizes, "weight", "capacity"] as const).map((field) => [
    field,
    t(field),
  ]);
  const chosen = options.map(({ code, name }) => [`selection.${code}`, name[locale]]);
  return Object.fromEntries([...own, ...chosen]);
};

export const VariantFields = async ({ options }: Product) => {
  const t = await getTranslations("admin.fields");
  const locale = await getLocale();
  return (
    <>
      <div className="pair">
        <FormField
          name="sku"
          label={t("sku")}
          hint={t("skuHint")}
          autoComplete="off"
          spellCheck={false}
        />
        <FormField name="position" label={t("position")} inputMode="numeric" />
      </div>
      {options.length > 0 && (
        <div className="pair">
          {options.map(({ code, name, values }) => (
            <FormSelect
              key={code}
              name={`selection.${code}`}
              label={name[locale]}
              options={values.map((value) => [value.code, value.name[locale]] as const)}
            />
          ))}
        </div>
      )}
      <div className="triple">
        {sizes.map((size) => (
          <FormField key={size} name={size} label={t(size)} inputMode="numeric" />
        ))}
      </div>
      <div className="pair">
        <FormField name="weight" label={t("weight")} inputMode="numeric" />
        <FormField
          name="capacity"
          label={t("capacity")}
          hint={t("capacityHint")}
          inputMode="numeric"
        />
      </div>
    </>
  );
};
