import { getLocale, getTranslations } from "next-intl/server";

import { FormArea } from "../../account/ui/form-area";
import { FormCheck, FormField, FormSelect } from "../../account/ui/form-field";
import type { Values } from "../merge";
import { currencies, kinds, type Shelves, stackings } from "../promotion-form";
import { NameFields } from "./product-fields";
import { currencyWords, labelsOfPromotion } from "./promotion-labels";
import { SpanFields } from "./span-fields";
import { Ticks } from "./ticks";

const GiftFields = async () => {
  const t = await getTranslations("admin.promotions");
  return (
    <>
      <div className="pair">
        <FormField
          name="coupon"
          label={t("coupon")}
          hint={t("couponHint")}
          autoComplete="off"
          spellCheck={false}
        />
        <FormSelect
          name="kind"
          label={t("kind")}
          options={kinds.map((kind) => [kind, t(`kinds.${kind}`)] as const)}
        />
      </div>
      <div className="pair">
        <FormField
          name="percent"
          label={t("percent")}
          hint={t("percentHint")}
          inputMode="decimal"
        />
        <FormField
          name="methods"
          label={t("methods")}
          hint={t("methodsHint")}
          autoComplete="off"
          spellCheck={false}
        />
      </div>
      <div className="pair">
        {currencies.map((currency) => (
          <FormField
            key={currency}
            name={`off.${currency}`}
            label={t("off", { currency: t(currencyWords[currency]) })}
            hint={t("offHint")}
            inputMode="decimal"
          />
        ))}
      </div>
      <div className="pair">
        <FormField name="buy" label={t("buy")} hint={t("buyHint")} inputMode="numeric" />
        <FormField name="get" label={t("get")} inputMode="numeric" />
      </div>
    </>
  );
};

type ShelvesProps = {
  field: "category" | "collection";
  name: string;
  shelves: readonly { slug: string; name: { ko: string; en: string } }[];
  values: Values;
};

const ShelfTicks = async ({ field, name, shelves, values }: ShelvesProps) => {
  const t = await getTranslations("admin.promotions");
  const locale = await getLocale();
  const known = new Map(shelves.map((shelf) => [`${field}.${shelf.slug}`, shelf.name[locale]]));
  const ticks = Object.keys(values)
    .filter((one) => one.startsWith(`${field}.`))
    .map((one) => [one, known.get(one) ?? one.slice(field.length + 1)] as const);
  return <Ticks name={name} ticks={ticks} values={values} none={t("nothingChosen")} />;
};

type Props = { shelves: Shelves; values: Values };

const ConditionFields = async ({ shelves: { categories, collections }, values }: Props) => {
  const t = await getTranslations("admin.promotions");
  return (
    <>
      <div className="pair">
        {currencies.map((currency) => (
          <FormField
            key={currency}
            name={`subtotal.${currency}`}
            label={t("subtotal", { currency: t(currencyWords[currency]) })}
            hint={t("subtotalHint")}
            inputMode="decimal"
          />
        ))}
      </div>
      <FormCheck name="membersOnly" label={t("membersOnly")} />
      <FormCheck name="firstOrder" label={t("firstOrder")} />
      <ShelfTicks field="category" name={t("categories")} shelves={categories} values={values} />
      <ShelfTicks
        field="collection"
        name={t("collections")}
        shelves={collections}
        values={values}
      />
      <FormArea name="products" label={t("products")} hint={t("productsHint")} rows={2} />
    </>
  );
};

const LimitFields = async () => {
  const t = await getTranslations("admin.promotions");
  return (
    <>
      <SpanFields of="promotions" />
      <div className="pair">
        <FormField name="cap" label={t("cap")} hint={t("capHint")} inputMode="numeric" />
        <FormField
          name="capPerOwner"
          label={t("capPerOwner")}
          hint={t("capHint")}
          inputMode="numeric"
        />
      </div>
      <div className="pair">
        <FormSelect
          name="stacking"
          label={t("stacking")}
          options={stackings.map((one) => [one, t(`stackings.${one}`)] as const)}
        />
        <FormField
          name="priority"
          label={t("priority")}
          hint={t("priorityHint")}
          inputMode="numeric"
        />
      </div>
    </>
  );
};

export const PromotionFields = async (props: Props) => {
  const t = await getTranslations("admin.promotions");
  const labels = await labelsOfPromotion(props.shelves);
  return (
    <>
      <NameFields labels={labels} />
      <GiftFields />
      <h2>{t("conditions")}</h2>
      <ConditionFields {...props} />
      <h2>{t("time")}</h2>
      <LimitFields />
    </>
  );
};
