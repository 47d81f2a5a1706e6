import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Away } from "../../../../../../domains/account/ui/away";
import { Submit } from "../../../../../../domains/account/ui/form-field";
import { Told } from "../../../../../../domains/account/ui/told";
import { setPictures } from "../../../../../../domains/admin/actions/pictures";
import { doneOf, type ProductPageProps } from "../../../../../../domains/admin/page";
import { valuesOfPictures } from "../../../../../../domains/admin/picture-form";
import { findRecord } from "../../../../../../domains/admin/queries";
import { AdminForm } from "../../../../../../domains/admin/ui/admin-form";
import { adminWords } from "../../../../../../domains/admin/ui/admin-words";
import { Done } from "../../../../../../domains/admin/ui/done";
import { PictureRows } from "../../../../../../domains/admin/ui/picture-rows";
import { pictureLabels, pictureWords } from "../../../../../../domains/admin/ui/picture-words";
import { ProductHead } from "../../../../../../domains/admin/ui/product-head";
import { UploadForm } from "../../../../../../domains/admin/ui/upload-form";
import { freshState } from "../../../../../../domains/admin/values";

export const generateMetadata = async ({ params }: ProductPageProps): Promise<Metadata> => {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "admin.pictures" });
  return { title: t("title") };
};

const reasons = ["type", "broken", "too_large", "too_small", "heavy", "none", "away"] as const;

const PicturesPage = async ({ params, searchParams }: ProductPageProps) => {
  const { locale, id } = await params;
  const t = await getTranslations("admin.pictures");
  const product = await findRecord(locale, `/admin/products/${id}/pictures`, id);
  if (!product) return <Away of="admin" title={t("title")} />;
  const { refused } = await searchParams;
  const reason = reasons.find((one) => one === refused);
  const words = await pictureWords();
  const values = valuesOfPictures(product);
  return (
    <>
      <ProductHead product={product} part="pictures" title={t("title")}>
        <Done what={await doneOf(searchParams)} />
        {reason && (
          <Told key={crypto.randomUUID()} bad>
            {t(`refused.${reason}`)}
          </Told>
        )}
      </ProductHead>
      <section aria-labelledby="upload-title">
        <h2 id="upload-title">{t("another")}</h2>
        <UploadForm productId={product.id} />
      </section>
      {product.pictures.length > 0 && (
        <section aria-labelledby="pictures-title">
          <h2 id="pictures-title">{t("there", { count: product.pictures.length })}</h2>
          <AdminForm
            name="pictures"
            action={setPictures}
            initial={freshState(values, product.version)}
            words={await adminWords()}
            labels={pictureLabels(values, words)}
            hidden={{ _product: product.id }}
          >
            <PictureRows words={words} />
            <div>
              <Submit look="plain">{t("save")}</Submit>
            </div>
          </AdminForm>
        </section>
      )}
    </>
  );
};

export default PicturesPage;
