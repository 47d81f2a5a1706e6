import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Away } from "../../../../../domains/account/ui/away";
import { Submit } from "../../../../../domains/account/ui/form-field";
import { changeProduct } from "../../../../../domains/admin/actions/products";
import { doneOf, type ProductPageProps } from "../../../../../domains/admin/page";
import { valuesOfProduct } from "../../../../../domains/admin/product-form";
import { findRecord, findVocabulary } from "../../../../../domains/admin/queries";
import { AdminForm } from "../../../../../domains/admin/ui/admin-form";
import { adminWords } from "../../../../../domains/admin/ui/admin-words";
import { Done } from "../../../../../domains/admin/ui/done";
import {
  NameFields,
  PlaceFields,
  TextFields,
  TickFields,
} from "../../../../../domains/admin/ui/product-fields";
import { ProductHead } from "../../../../../domains/admin/ui/product-head";
import { labelsOfProduct } from "../../../../../domains/admin/ui/product-labels";
import { StatusPanel } from "../../../../../domains/admin/ui/status-panel";
import { freshState } from "../../../../../domains/admin/values";

export const generateMetadata = async ({ params }: ProductPageProps): Promise<Metadata> => {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "admin.product" });
  return { title: t("title") };
};

const ProductPage = async ({ params, searchParams }: ProductPageProps) => {
  const { locale, id } = await params;
  const t = await getTranslations("admin.product");
  const back = `/admin/products/${id}`;
  const [product, vocabulary] = await Promise.all([
    findRecord(locale, back, id),
    findVocabulary(locale, back),
  ]);
  if (!product || !vocabulary) return <Away of="admin" title={t("title")} />;
  const labels = labelsOfProduct(await getTranslations("admin.fields"), locale, vocabulary);
  const values = valuesOfProduct(product, vocabulary);
  return (
    <>
      <ProductHead product={product} part="texts">
        <Done what={await doneOf(searchParams)} />
      </ProductHead>
      <StatusPanel product={product} />
      <section aria-labelledby="texts-title">
        <h2 id="texts-title">{t("texts")}</h2>
        <AdminForm
          name="product"
          action={changeProduct}
          initial={freshState(values, product.version)}
          words={await adminWords()}
          labels={labels}
          hidden={{ _product: product.id }}
        >
          <NameFields labels={labels} />
          <TextFields labels={labels} fields={["description", "material", "care"]} />
          <PlaceFields labels={labels} vocabulary={vocabulary} />
          <TickFields vocabulary={vocabulary} values={values} />
          <div>
            <Submit look={product.status === "active" ? "act" : "plain"}>{t("save")}</Submit>
          </div>
        </AdminForm>
      </section>
    </>
  );
};

export default ProductPage;
