import { getTranslations } from "next-intl/server";

import { Link } from "../../../i18n/navigation";
import { FormField } from "../../account/ui/form-field";
import { ActButton } from "../../admin/ui/act-button";
import { AdminForm } from "../../admin/ui/admin-form";
import { adminWords } from "../../admin/ui/admin-words";
import { freshState } from "../../admin/values";
import { moderate } from "../moderating";
import type { ModeratedReview } from "../moderation";
import { Byline } from "./review-list";

/** A review as staff read it, with what they may decide. */
export const Moderated = async ({ review }: { review: ModeratedReview }) => {
  const t = await getTranslations("admin.reviews");
  const { id, product, text, language, state, note, version } = review;
  const name = `review-${id}`;
  return (
    <article className="admin-panel" aria-labelledby={`${name}-title`}>
      <h2 id={`${name}-title`}>
        <Link href={`/products/${product.slug}`}>{product.name}</Link>
      </h2>
      <Byline {...review} />
      <p className="measure" lang={language}>
        {text}
      </p>
      <AdminForm
        name={name}
        action={moderate}
        initial={freshState({ note: note ?? "" }, version)}
        words={await adminWords()}
        hidden={{ _review: id }}
      >
        {state !== "rejected" && (
          <FormField name="note" label={t("note")} hint={t("noteHint")} maxLength={300} />
        )}
        <div className="actions">
          {state !== "published" && (
            <ActButton act="publish" look="act" label={t("publishOne", { name: product.name })}>
              {t("publish")}
            </ActButton>
          )}
          {state !== "rejected" && (
            <ActButton act="reject" label={t("rejectOne", { name: product.name })}>
              {t("reject")}
            </ActButton>
          )}
        </div>
      </AdminForm>
    </article>
  );
};
