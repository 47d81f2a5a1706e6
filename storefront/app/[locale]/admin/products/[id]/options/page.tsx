import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Away } from "../../../../../../domains/account/ui/away";
import { Submit } from "../../../../../../domains/account/ui/form-field";
import { changeOptions } from "../../../../../../domains/admin/actions/products";
import { valuesOfOptions } from "../../../../../../domains/admin/option-form";
import { doneOf, type ProductPageProps } from "../../../../../../domains/admin/page";
import { findRecord } from "../../../../../../domains/admin/queries";
import { AdminForm } from "../../../../../../domains/admin/ui/admin-form";
import { adminWords } from "../../../../../../domains/admin/ui/admin-words";
import { Done } from "../../../../../../domains/admin/ui/done";
import { optionLabels } from "../../../../../../domains/admin/ui/option-labels";
import { OptionRows } from "../../../../../../domains/admin/ui/option-rows";
import { ProductHead } from "../../../../../../domains/admin/ui/product-head";
import { freshState } from "../../../../../../domains/admin/values";

export const generateMetadata = async ({ params }: ProductPageProps): Promise<Metadata> => {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "admin.options" });
  return { title: t("title") };
};

const OptionsPage = async ({ params, searchParams }: ProductPageProps) => {
  const { locale, id } = await params;
  const t = await getTranslations("admin.options");
  const product = await findRecord(locale, `/admin/products/${id}/options`, id);
  if (!product) return <Away of="admin" title={t("title")} />;
  const values = valuesOfOptions(product);
  const words = {
    option: t("option"),
    another: t("another"),
    code: t("code"),
    ko: t("ko"),
    en: t("en"),
    values: t("values"),
    value: t("value"),
  };
  return (
    <>
      <ProductHead product={product} part="options" title={t("title")}>
        <Done what={await doneOf(searchParams)} />
        <p className="soft measure">{t("text")}</p>
      </ProductHead>
      <AdminForm
        name="options"
        action={changeOptions}
        initial={freshState(values, product.version)}
        words={await adminWords()}
        labels={optionLabels(values, words)}
        hidden={{ _product: product.id }}
      >
        <OptionRows words={words} />
        <div>
          <Submit>{t("save")}</Submit>
        </div>
      </AdminForm>
    </>
  );
};

export default OptionsPage;
