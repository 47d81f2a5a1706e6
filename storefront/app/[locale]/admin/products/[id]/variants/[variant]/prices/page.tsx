import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";

import { Away } from "../../../../../../../../domains/account/ui/away";
import { Submit } from "../../../../../../../../domains/account/ui/form-field";
import { setPrice } from "../../../../../../../../domains/admin/actions/prices";
import { doneOf, type VariantPageProps } from "../../../../../../../../domains/admin/page";
import { findRecord } from "../../../../../../../../domains/admin/queries";
import { AdminForm } from "../../../../../../../../domains/admin/ui/admin-form";
import { adminWords } from "../../../../../../../../domains/admin/ui/admin-words";
import { Done } from "../../../../../../../../domains/admin/ui/done";
import { PriceFields } from "../../../../../../../../domains/admin/ui/price-fields";
import { PriceLedger } from "../../../../../../../../domains/admin/ui/price-ledger";
import { VariantHead } from "../../../../../../../../domains/admin/ui/variant-head";
import { freshState } from "../../../../../../../../domains/admin/values";

export const generateMetadata = async ({ params }: VariantPageProps): Promise<Metadata> => {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "admin.prices" });
  return { title: t("title") };
};

const first = { list: "regular", currency: "KRW", minQuantity: "1" };

const PricesPage = async ({ params, searchParams }: VariantPageProps) => {
  const { locale, id, variant: variantId } = await params;
  const t = await getTranslations("admin.prices");
  const back = `/admin/products/${id}/variants/${variantId}/prices`;
  const product = await findRecord(locale, back, id);
  if (!product) return <Away of="admin" title={t("title")} />;
  const variant = product.variants.find((one) => one.id === variantId);
  if (!variant) notFound();
  return (
    <>
      <VariantHead product={product} variant={variant} page="prices" />
      <Done what={await doneOf(searchParams)} />
      <PriceLedger product={product} variant={variant} />
      <section aria-labelledby="price-title">
        <h2 id="price-title">{t("set")}</h2>
        <AdminForm
          name="price"
          action={setPrice}
          initial={freshState(first)}
          words={await adminWords()}
          hidden={{ _product: product.id, _variant: variant.id }}
        >
          <p className="small soft measure">{t("setText")}</p>
          <PriceFields />
          <div>
            <Submit>{t("submit")}</Submit>
          </div>
        </AdminForm>
      </section>
    </>
  );
};

export default PricesPage;
