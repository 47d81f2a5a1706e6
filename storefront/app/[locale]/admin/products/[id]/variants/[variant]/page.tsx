import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";

import { Away } from "../../../../../../../domains/account/ui/away";
import { Submit } from "../../../../../../../domains/account/ui/form-field";
import { changeVariant } from "../../../../../../../domains/admin/actions/variants";
import { doneOf, type VariantPageProps } from "../../../../../../../domains/admin/page";
import { findRecord } from "../../../../../../../domains/admin/queries";
import { AdminForm } from "../../../../../../../domains/admin/ui/admin-form";
import { adminWords } from "../../../../../../../domains/admin/ui/admin-words";
import { Done } from "../../../../../../../domains/admin/ui/done";
import {
  labelsOfVariant,
  VariantFields,
} from "../../../../../../../domains/admin/ui/variant-fields";
import { VariantHead } from "../../../../../../../domains/admin/ui/variant-head";
import { freshState } from "../../../../../../../domains/admin/values";
import { valuesOfVariant } from "../../../../../../../domains/admin/variant-form";

export const generateMetadata = async ({ params }: VariantPageProps): Promise<Metadata> => {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "admin.variants" });
  return { title: t("part.measures") };
};

const VariantPage = async ({ params, searchParams }: VariantPageProps) => {
  const { locale, id, variant: variantId } = await params;
  const t = await getTranslations("admin.variants");
  const product = await findRecord(locale, `/admin/products/${id}/variants/${variantId}`, id);
  if (!product) return <Away of="admin" title={t("title")} />;
  const variant = product.variants.find((one) => one.id === variantId);
  if (!variant) notFound();
  return (
    <>
      <VariantHead product={product} variant={variant} page="measures" />
      <Done what={await doneOf(searchParams)} />
      <AdminForm
        name="variant"
        action={changeVariant}
        initial={freshState(valuesOfVariant(variant), variant.version)}
        words={await adminWords()}
        labels={await labelsOfVariant(product)}
        hidden={{ _product: product.id, _variant: variant.id }}
      >
        <VariantFields {...product} />
        <div>
          <Submit>{t("save")}</Submit>
        </div>
      </AdminForm>
    </>
  );
};

export default VariantPage;
