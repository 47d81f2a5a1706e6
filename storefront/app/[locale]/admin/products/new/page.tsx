import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Away } from "../../../../../domains/account/ui/away";
import { Submit } from "../../../../../domains/account/ui/form-field";
import { beginProduct } from "../../../../../domains/admin/actions/products";
import { findVocabulary } from "../../../../../domains/admin/queries";
import { AdminForm } from "../../../../../domains/admin/ui/admin-form";
import { adminWords } from "../../../../../domains/admin/ui/admin-words";
import { NameFields, PlaceFields } from "../../../../../domains/admin/ui/product-fields";
import { labelsOfProduct } from "../../../../../domains/admin/ui/product-labels";
import { freshState } from "../../../../../domains/admin/values";
import { type PageProps, readPage } from "../../../../../lib/page";
import { Crumbs } from "../../../../../ui/crumbs";

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const t = await getTranslations({ ...(await params), namespace: "admin.begin" });
  return { title: t("title") };
};

const NewProductPage = async (props: PageProps) => {
  const { locale } = await readPage(props);
  const t = await getTranslations("admin");
  const vocabulary = await findVocabulary(locale, "/admin/products/new");
  if (!vocabulary) return <Away of="admin" title={t("begin.title")} />;
  const labels = labelsOfProduct(await getTranslations("admin.fields"), locale, vocabulary);
  const [first] = vocabulary.categories;
  return (
    <>
      <div className="admin__head">
        <Crumbs
          label={t("nav.here")}
          above={[{ label: t("nav.products"), href: "/admin/products" }]}
          here={t("begin.title")}
        />
        <h1 tabIndex={-1}>{t("begin.title")}</h1>
        <p className="soft measure">{t("begin.text")}</p>
      </div>
      <AdminForm
        name="begin"
        action={beginProduct}
        initial={freshState({ category: first?.slug ?? "" })}
        words={await adminWords()}
      >
        <NameFields labels={labels} />
        <PlaceFields labels={labels} vocabulary={vocabulary} isNew />
        <div>
          <Submit>{t("begin.submit")}</Submit>
        </div>
      </AdminForm>
    </>
  );
};

export default NewProductPage;
