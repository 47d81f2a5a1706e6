import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";

import { Away } from "../../../../../../../../domains/account/ui/away";
import {
  FormField,
  FormSelect,
  Submit,
} from "../../../../../../../../domains/account/ui/form-field";
import { adjustStock } from "../../../../../../../../domains/admin/actions/stock";
import { doneOf, type VariantPageProps } from "../../../../../../../../domains/admin/page";
import {
  findRecord,
  findStock,
  findVocabulary,
} from "../../../../../../../../domains/admin/queries";
import { happenings } from "../../../../../../../../domains/admin/stock-form";
import { AdminForm } from "../../../../../../../../domains/admin/ui/admin-form";
import { adminWords } from "../../../../../../../../domains/admin/ui/admin-words";
import { Done } from "../../../../../../../../domains/admin/ui/done";
import { Movements, StockLevels } from "../../../../../../../../domains/admin/ui/stock-ledger";
import { VariantHead } from "../../../../../../../../domains/admin/ui/variant-head";
import { freshState } from "../../../../../../../../domains/admin/values";

export const generateMetadata = async ({ params }: VariantPageProps): Promise<Metadata> => {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "admin.stock" });
  return { title: t("title") };
};

const StockPage = async ({ params, searchParams }: VariantPageProps) => {
  const { locale, id, variant: variantId } = await params;
  const t = await getTranslations("admin.stock");
  const back = `/admin/products/${id}/variants/${variantId}/stock`;
  const [product, stock, vocabulary] = await Promise.all([
    findRecord(locale, back, id),
    findStock(locale, back, variantId),
    findVocabulary(locale, back),
  ]);
  if (!product || !stock || !vocabulary) return <Away of="admin" title={t("title")} />;
  const variant = product.variants.find((one) => one.id === variantId);
  if (!variant) notFound();
  const { locations } = vocabulary;
  const main = locations.find(({ code }) => code === "main") ?? locations[0];
  return (
    <>
      <VariantHead product={product} variant={variant} page="stock" />
      <Done what={await doneOf(searchParams)} />
      <StockLevels stock={stock} locations={locations} />
      <section aria-labelledby="adjust-title">
        <h2 id="adjust-title">{t("adjust")}</h2>
        <AdminForm
          name="stock"
          action={adjustStock}
          initial={freshState({ location: main?.code ?? "main", kind: "received" })}
          words={await adminWords()}
          hidden={{ _product: product.id, _variant: variant.id }}
        >
          <div className="triple">
            <FormSelect
              name="kind"
              label={t("what")}
              hint={t("whatHint")}
              options={happenings.map((kind) => [kind, t(`happened.${kind}`)] as const)}
            />
            <FormField name="quantity" label={t("quantity")} inputMode="numeric" />
            <FormSelect
              name="location"
              label={t("location")}
              options={locations.map(({ code, name }) => [code, name] as const)}
            />
          </div>
          <div>
            <Submit>{t("submit")}</Submit>
          </div>
        </AdminForm>
      </section>
      <Movements stock={stock} locations={locations} />
    </>
  );
};

export default StockPage;
