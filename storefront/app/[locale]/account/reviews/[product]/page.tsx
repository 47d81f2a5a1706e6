import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { findName } from "../../../../../domains/admin/admission";
import { findReceived } from "../../../../../domains/reviews/queries";
import { RemoveReview, ReviewForm } from "../../../../../domains/reviews/ui/review-form";
import { Link } from "../../../../../i18n/navigation";
import type { Locale } from "../../../../../i18n/routing";
import { buttonClass } from "../../../../../ui/button";
import { EmptyShelf } from "../../../../../ui/empty-shelf";
import { Notice } from "../../../../../ui/notice";

type PageProps = { params: Promise<{ locale: Locale; product: string }> };

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const t = await getTranslations({ ...(await params), namespace: "reviews" });
  return { title: t("one"), robots: { index: false, follow: false } };
};

const OwnReviewPage = async ({ params }: PageProps) => {
  const { locale, product } = await params;
  const t = await getTranslations("reviews");
  const received = await findReceived(locale, product);
  if (received === "nothing")
    return (
      <>
        <h1 tabIndex={-1}>{t("one")}</h1>
        <EmptyShelf>
          <h2>{t("notReceived")}</h2>
          <p className="soft measure">{t("notReceivedText")}</p>
          <Link className={buttonClass()} href="/account/orders">
            {t("orders")}
          </Link>
        </EmptyShelf>
      </>
    );
  if (!received)
    return (
      <>
        <h1 tabIndex={-1}>{t("one")}</h1>
        <Notice tone="warn" live="polite">
          {t("away")}
        </Notice>
      </>
    );
  const { review, name } = received;
  return (
    <>
      <h1 tabIndex={-1}>{t("of", { name })}</h1>
      {review && (
        <Notice tone={review.state === "rejected" ? "warn" : "plain"}>
          {t(`told.${review.state}`)} {review.note}
        </Notice>
      )}
      <section className="panel">
        <ReviewForm received={received} name={await findName()} />
      </section>
      {review && (
        <section className="panel" aria-labelledby="remove">
          <h2 id="remove">{t("removeTitle")}</h2>
          <p className="soft measure">{t("removeText")}</p>
          <RemoveReview productId={product} />
        </section>
      )}
    </>
  );
};

export default OwnReviewPage;
