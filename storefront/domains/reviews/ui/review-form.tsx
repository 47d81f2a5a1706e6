import { getTranslations } from "next-intl/server";

import { freshForm } from "../../account/forms";
import { ActionForm } from "../../account/ui/action-form";
import { FormArea } from "../../account/ui/form-area";
import { FormField, Submit } from "../../account/ui/form-field";
import { formWords } from "../../account/ui/form-words";
import { removeReview, writeReview } from "../actions";
import type { Received } from "../queries";
import { FormRating } from "./form-rating";

type ReviewFormProps = { received: Received; name: string | undefined };

/** For what a member says of a product; `name` is what they are called elsewhere. */
export const ReviewForm = async ({ received: { productId, review }, name }: ReviewFormProps) => {
  const t = await getTranslations("reviews.form");
  const { rating, text = "", authorName = name ?? "" } = review ?? {};
  return (
    <ActionForm
      name="review"
      className="account__form"
      action={writeReview}
      initial={freshForm({
        ...{ text, authorName: authorName.slice(0, 40) },
        ...(rating !== undefined && { rating: String(rating) }),
      })}
      words={await formWords("review")}
      hidden={{ product: productId, ...(review && { language: review.language }) }}
    >
      <FormRating
        name="rating"
        legend={t("rating")}
        hint={t("ratingHint")}
        words={[1, 2, 3, 4, 5].map((points) => t("points", { points }))}
      />
      <FormArea name="text" label={t("text")} rows={6} />
      <FormField name="authorName" label={t("authorName")} hint={t("authorHint")} maxLength={40} />
      <p className="small soft measure">{t("moderated")}</p>
      <Submit>{review ? t("change") : t("send")}</Submit>
    </ActionForm>
  );
};

export const RemoveReview = async ({ productId }: { productId: string }) => {
  const t = await getTranslations("reviews.form");
  return (
    <ActionForm
      name="removeReview"
      action={removeReview}
      initial={freshForm()}
      words={await formWords("removeReview")}
      hidden={{ product: productId }}
    >
      <Submit look="danger">{t("remove")}</Submit>
    </ActionForm>
  );
};
