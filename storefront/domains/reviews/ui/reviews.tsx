import { getTranslations } from "next-intl/server";

import { Link } from "../../../i18n/navigation";
import type { ReviewPage } from "../queries";
import { ReviewList } from "./review-list";

type ReviewsProps = { product: { id: string; slug: string }; page: ReviewPage };

/** What those say who have the piece, on its page. */
export const Reviews = async ({ product: { id, slug }, page }: ReviewsProps) => {
  const t = await getTranslations("reviews");
  const { items, total, average, next } = page;
  return (
    <section className="wrap section" aria-labelledby="reviews">
      <div className="section__head">
        <h2 id="reviews">{t("title")}</h2>
        {average !== null && <p>{t("summary", { average, total })}</p>}
      </div>
      {total === 0 ? <p className="soft measure">{t("none")}</p> : <ReviewList items={items} />}
      <div className="actions">
        {next !== null && <Link href={`/products/${slug}/reviews`}>{t("all", { total })}</Link>}
        <Link href={`/account/reviews/${id}`}>{t("write")}</Link>
      </div>
    </section>
  );
};
