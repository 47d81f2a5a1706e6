import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";

import { Away } from "../../../../../../../domains/account/ui/away";
import { FormField, FormSelect, Submit } from "../../../../../../../domains/account/ui/form-field";
import { addPicture } from "../../../../../../../domains/admin/actions/pictures";
import type { ProductPageProps } from "../../../../../../../domains/admin/page";
import { views } from "../../../../../../../domains/admin/picture-form";
import { findRecord } from "../../../../../../../domains/admin/queries";
import { AdminForm } from "../../../../../../../domains/admin/ui/admin-form";
import { adminWords } from "../../../../../../../domains/admin/ui/admin-words";
import { pictureWords } from "../../../../../../../domains/admin/ui/picture-words";
import { ProductHead } from "../../../../../../../domains/admin/ui/product-head";
import { freshState } from "../../../../../../../domains/admin/values";
import { safePath } from "../../../../../../../lib/redirect";

export const generateMetadata = async ({ params }: ProductPageProps): Promise<Metadata> => {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "admin.pictures" });
  return { title: t("describe") };
};

const DescribePicturePage = async ({ params, searchParams }: ProductPageProps) => {
  const { locale, id } = await params;
  const { file, url } = await searchParams;
  if (typeof file !== "string" || typeof url !== "string") notFound();
  const t = await getTranslations("admin.pictures");
  const product = await findRecord(locale, `/admin/products/${id}/pictures`, id);
  if (!product) return <Away of="admin" title={t("describe")} />;
  const list = { label: t("title"), href: `/admin/products/${product.id}/pictures` };
  const words = await pictureWords();
  const taken = new Set(product.pictures.map(({ view }) => view));
  const view = views.find((one) => !taken.has(one)) ?? "detail";
  return (
    <>
      <ProductHead product={product} part="pictures" above={[list]} title={t("describe")}>
        <p className="soft measure">{t("describeText")}</p>
      </ProductHead>
      <div className="describe">
        {/* oxlint-disable-next-line next/no-img-element -- drawn at its size by the service */}
        <img src={safePath(url)} alt={t("preview")} width={320} height={400} />
        <AdminForm
          name="picture"
          action={addPicture}
          initial={freshState({ [`view.${file}`]: view }, product.version)}
          words={await adminWords()}
          hidden={{ _product: product.id, _file: file }}
        >
          <FormField name={`alt.${file}.ko`} label={words.ko} hint={t("altHint")} lang="ko" />
          <FormField name={`alt.${file}.en`} label={words.en} lang="en" />
          <FormSelect
            name={`view.${file}`}
            label={words.view}
            hint={t("viewHint")}
            options={views.map((one) => [one, words.views[one]] as const)}
          />
          <div>
            <Submit>{t("add")}</Submit>
          </div>
        </AdminForm>
      </div>
    </>
  );
};

export default DescribePicturePage;
