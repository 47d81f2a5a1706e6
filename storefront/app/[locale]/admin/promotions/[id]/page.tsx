import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Away } from "../../../../../domains/account/ui/away";
import { Submit } from "../../../../../domains/account/ui/form-field";
import { changePromotion, endPromotion } from "../../../../../domains/admin/actions/promotions";
import { doneOf, type ProductPageProps } from "../../../../../domains/admin/page";
import { valuesOfPromotion } from "../../../../../domains/admin/promotion-form";
import { findPromotion } from "../../../../../domains/admin/promotions";
import { findVocabulary } from "../../../../../domains/admin/queries";
import { ActButton } from "../../../../../domains/admin/ui/act-button";
import { AdminForm } from "../../../../../domains/admin/ui/admin-form";
import { AdminPanel } from "../../../../../domains/admin/ui/admin-panel";
import { adminWords } from "../../../../../domains/admin/ui/admin-words";
import { Done } from "../../../../../domains/admin/ui/done";
import { PromotionFields } from "../../../../../domains/admin/ui/promotion-fields";
import { labelsOfPromotion } from "../../../../../domains/admin/ui/promotion-labels";
import { PromotionState } from "../../../../../domains/admin/ui/promotion-list";
import { freshState } from "../../../../../domains/admin/values";
import { Crumbs } from "../../../../../ui/crumbs";

export const generateMetadata = async ({ params }: ProductPageProps): Promise<Metadata> => {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "admin.promotions" });
  return { title: t("promotion") };
};

const PromotionPage = async ({ params, searchParams }: ProductPageProps) => {
  const { locale, id } = await params;
  const t = await getTranslations("admin.promotions");
  const n = await getTranslations("admin.nav");
  const [promotion, shelves] = await Promise.all([
    findPromotion(locale, id),
    findVocabulary(locale, `/admin/promotions/${id}`),
  ]);
  if (!promotion || !shelves) return <Away of="admin" title={t("promotion")} />;
  const values = valuesOfPromotion(promotion, shelves);
  const name = promotion.name[locale];
  return (
    <>
      <div className="admin__head">
        <Crumbs
          label={n("here")}
          above={[{ label: n("promotions"), href: "/admin/promotions" }]}
          here={name}
        />
        <div className="admin__top">
          <h1 tabIndex={-1}>{name}</h1>
          <PromotionState state={promotion.state} />
        </div>
        <Done what={await doneOf(searchParams)} />
      </div>
      {promotion.state !== "ended" && (
        <AdminPanel id="end" title={t("endTitle")} text={t("endText")}>
          <AdminForm
            name="end"
            action={endPromotion}
            initial={freshState({}, promotion.version)}
            words={await adminWords()}
            hidden={{ _promotion: promotion.id, _startsAt: promotion.startsAt }}
          >
            <div className="actions">
              <ActButton act="end">{t("end")}</ActButton>
            </div>
          </AdminForm>
        </AdminPanel>
      )}
      <AdminForm
        name="promotion"
        action={changePromotion}
        initial={freshState(values, promotion.version)}
        words={await adminWords()}
        labels={await labelsOfPromotion(shelves)}
        hidden={{ _promotion: promotion.id }}
      >
        <PromotionFields shelves={shelves} values={values} />
        <div>
          <Submit>{t("save")}</Submit>
        </div>
      </AdminForm>
    </>
  );
};

export default PromotionPage;
