import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Away } from "../../../../domains/account/ui/away";
import { viewChoiceOf } from "../../../../domains/admin/choice";
import { promotionStates } from "../../../../domains/admin/promotion-choice";
import { listPromotions } from "../../../../domains/admin/promotions";
import {
  PromotionLedger,
  PromotionPaging,
  PromotionTools,
} from "../../../../domains/admin/ui/promotion-list";
import { Link } from "../../../../i18n/navigation";
import { type PageProps, readPage } from "../../../../lib/page";
import { buttonClass } from "../../../../ui/button";
import { EmptyShelf } from "../../../../ui/empty-shelf";

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const t = await getTranslations({ ...(await params), namespace: "admin.promotions" });
  return { title: t("title") };
};

const PromotionsPage = async (props: PageProps) => {
  const { locale, asked } = await readPage(props);
  const t = await getTranslations("admin.promotions");
  const choice = viewChoiceOf(promotionStates, asked);
  const list = await listPromotions(locale, choice);
  if (!list) return <Away of="admin" title={t("title")} />;
  return (
    <>
      <div className="admin__top">
        <h1 tabIndex={-1}>{t("title")}</h1>
        <Link className={buttonClass("act")} href="/admin/promotions/new">
          {t("begin")}
        </Link>
      </div>
      <PromotionTools choice={choice} />
      {list.items.length === 0 ? (
        <EmptyShelf>
          <h2>{t("none")}</h2>
          <Link href="/admin/promotions">{t("showAll")}</Link>
        </EmptyShelf>
      ) : (
        <PromotionLedger rows={list.items} />
      )}
      <PromotionPaging choice={choice} next={list.next} />
    </>
  );
};

export default PromotionsPage;
