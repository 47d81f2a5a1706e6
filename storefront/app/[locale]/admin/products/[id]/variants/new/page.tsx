import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Away } from "../../../../../../../domains/account/ui/away";
import { Submit } from "../../../../../../../domains/account/ui/form-field";
import { addVariant } from "../../../../../../../domains/admin/actions/variants";
import type { ProductPageProps } from "../../../../../../../domains/admin/page";
import { findRecord } from "../../../../../../../domains/admin/queries";
import { AdminForm } from "../../../../../../../domains/admin/ui/admin-form";
import { adminWords } from "../../../../../../../domains/admin/ui/admin-words";
import { ProductHead } from "../../../../../../../domains/admin/ui/product-head";
import { VariantFields } from "../../../../../../../domains/admin/ui/variant-fields";
import { freshState } from "../../../../../../../domains/admin/values";
import { valuesOfNewVariant } from "../../../../../../../domains/admin/variant-form";

export const generateMetadata = async ({ params }: ProductPageProps): Promise<Metadata> => {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "admin.variants" });
  return { title: t("add") };
};

const NewVariantPage = async ({ params }: ProductPageProps) => {
  const { locale, id } = await params;
  const t = await getTranslations("admin.variants");
  const product = await findRecord(locale, `/admin/products/${id}/variants/new`, id);
  if (!product) return <Away of="admin" title={t("add")} />;
  const list = { label: t("title"), href: `/admin/products/${product.id}/variants` };
  return (
    <>
      <ProductHead product={product} part="variants" above={[list]} title={t("add")} />
      <AdminForm
        name="variant"
        action={addVariant}
        initial={freshState(valuesOfNewVariant(product))}
        words={await adminWords()}
        hidden={{ _product: product.id }}
      >
        <VariantFields {...product} />
        <div>
          <Submit>{t("addSubmit")}</Submit>
        </div>
      </AdminForm>
    </>
  );
};

export default NewVariantPage;
