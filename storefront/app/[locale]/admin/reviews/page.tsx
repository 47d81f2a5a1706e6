import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Away } from "../../../../domains/account/ui/away";
import { Done } from "../../../../domains/admin/ui/done";
import { Paging } from "../../../../domains/admin/ui/list-parts";
import { Tabs } from "../../../../domains/admin/ui/tabs";
import {
  moderationChoiceOf,
  moderationHref,
  reviewStates,
} from "../../../../domains/reviews/choice";
import { listForModeration } from "../../../../domains/reviews/moderation";
import { Moderated } from "../../../../domains/reviews/ui/moderated";
import { type PageProps, readPage } from "../../../../lib/page";
import { EmptyShelf } from "../../../../ui/empty-shelf";

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const t = await getTranslations({ ...(await params), namespace: "admin.reviews" });
  return { title: t("title") };
};

const ModerationPage = async (props: PageProps) => {
  const { locale, asked } = await readPage(props);
  const t = await getTranslations("admin.reviews");
  const choice = moderationChoiceOf(asked);
  const { state, after } = choice;
  const list = await listForModeration(locale, choice);
  if (!list) return <Away of="admin" title={t("title")} />;
  return (
    <>
      <Done what={asked("done")} />
      <div className="admin__top">
        <h1 tabIndex={-1}>{t("title")}</h1>
      </div>
      <Tabs
        label={t("views")}
        tabs={reviewStates.map((one) => ({
          href: moderationHref({ state: one }),
          text: t(`view.${one}`),
          current: one === state,
        }))}
      />
      {list.items.length === 0 && (
        <EmptyShelf>
          <h2>{t(`none.${state}`)}</h2>
        </EmptyShelf>
      )}
      {list.items.map((review) => (
        <Moderated key={`${review.id} ${review.version}`} review={review} />
      ))}
      <Paging
        next={list.next && moderationHref({ state, after: list.next })}
        start={after === undefined ? null : moderationHref({ state })}
        words={{ pages: t("pages"), next: t("next"), fromStart: t("fromStart") }}
      />
    </>
  );
};

export default ModerationPage;
