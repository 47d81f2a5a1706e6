import { useTranslations } from "next-intl";

import type { ProductSummary } from "../product";

/** What those say who have it: figures for the eye, a sentence for a screen reader. */
export const Rating = ({ rating }: Pick<ProductSummary, "rating">) => {
  const t = useTranslations("catalogue");
  if (!rating) return null;
  return (
    <span className="rating">
      <span aria-hidden="true">
        {t("rating", rating)} <span className="faint">({rating.reviews})</span>
      </span>
      <span className="sr">{t("rated", rating)}</span>
    </span>
  );
};
