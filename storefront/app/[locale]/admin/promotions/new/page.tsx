import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Away } from "../../../../../domains/account/ui/away";
import { Submit } from "../../../../../domains/account/ui/form-field";
import { offerPromotion } from "../../../../../domains/admin/actions/promotions";
import { valuesOfNew } from "../../../../../domains/admin/promotion-form";
import { findVocabulary } from "../../../../../domains/admin/queries";
import { AdminForm } from "../../../../../domains/admin/ui/admin-form";
import { adminWords } from "../../../../../domains/admin/ui/admin-words";
import { PromotionFields } from "../../../../../domains/admin/ui/promotion-fields";
import { freshState } from "../../../../../domains/admin/values";
import { type PageProps, readPage } from "../../../../../lib/page";
import { Crumbs } from "../../../../../ui/crumbs";

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const t = await getTranslations({ ...(await params), namespace: "admin.promotions" });
  return { title: t("begin") };
};

const NewPromotionPage = async (props: PageProps) => {
  const { locale } = await readPage(props);
  const t = await getTranslations("admin");
  const shelves = await findVocabulary(locale, "/admin/promotions/new");
  if (!shelves) return <Away of="admin" title={t("promotions.begin")} />;
  const values = valuesOfNew(shelves);
  return (
    <>
      <div className="admin__head">
        <Crumbs
          label={t("nav.here")}
          above={[{ label: t("nav.promotions"), href: "/admin/promotions" }]}
          here={t("promotions.begin")}
        />
        <h1 tabIndex={-1}>{t("promotions.begin")}</h1>
        <p className="soft measure">{t("promotions.newText")}</p>
      </div>
      <AdminForm
        name="promotion"
        action={offerPromotion}
        initial={freshState(values)}
        words={await adminWords()}
      >
        <PromotionFields shelves={shelves} values={values} />
        <div>
          <Submit>{t("promotions.submit")}</Submit>
        </div>
      </AdminForm>
    </>
  );
};

export default NewPromotionPage;
