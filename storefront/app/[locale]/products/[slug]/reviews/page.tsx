import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound, permanentRedirect } from "next/navigation";

import { isSlug } from "../../../../../domains/catalogue/choices";
import { findProduct } from "../../../../../domains/catalogue/queries";
import { Degraded } from "../../../../../domains/catalogue/ui/degraded";
import { readReviews } from "../../../../../domains/reviews/queries";
import { ReviewList } from "../../../../../domains/reviews/ui/review-list";
import { Link } from "../../../../../i18n/navigation";
import { audienceOf } from "../../../../../lib/currency";
import { readPage, type ShelfPageProps } from "../../../../../lib/page";
import { buttonClass } from "../../../../../ui/button";
import { Crumbs } from "../../../../../ui/crumbs";
import { Notice } from "../../../../../ui/notice";

const find = async ({ params }: Pick<ShelfPageProps, "params">) => {
  const { locale, slug } = await params;
  if (!isSlug(slug)) notFound();
  return findProduct(await audienceOf(locale), slug);
};

export const generateMetadata = async (props: ShelfPageProps): Promise<Metadata> => {
  const { locale } = await props.params;
  const t = await getTranslations({ locale, namespace: "reviews" });
  const product = (await find(props))?.value;
  return product ? { title: t("of", { name: product.name }) } : {};
};

/** All that is said of a product, a page at a time. */
const ReviewsPage = async (props: ShelfPageProps) => {
  const { slug } = await props.params;
  const { locale, asked } = await readPage(props);
  const t = await getTranslations("reviews");
  const c = await getTranslations("catalogue");
  const known = await find(props);
  if (known && !known.value) notFound();
  const product = known?.value;
  if (product && product.slug !== slug)
    permanentRedirect(`/${locale}/products/${product.slug}/reviews`);
  const after = asked("after") ?? null;
  const page = product ? await readReviews(product.id, 20, after) : null;
  if (page && !page.value) notFound();
  const here = `/products/${slug}`;
  return (
    <main id="main">
      {!product && <Degraded />}
      <div className="wrap">
        {product && (
          <Crumbs
            label={c("here")}
            above={[{ label: product.name, href: here }]}
            here={t("title")}
          />
        )}
      </div>
      <div className="wrap section">
        <h1 tabIndex={-1}>{product ? t("of", { name: product.name }) : t("title")}</h1>
        {!page?.value && (
          <Notice tone="warn" live="polite">
            {t("away")}
          </Notice>
        )}
        {page?.value && (
          <>
            <p>
              {page.value.average === null
                ? t("none")
                : t("summary", { average: page.value.average, total: page.value.total })}
            </p>
            {page.value.items.length > 0 && <ReviewList items={page.value.items} />}
            <nav className="actions" aria-label={t("pages")}>
              {page.value.next !== null && (
                <Link
                  className={buttonClass()}
                  rel="next"
                  href={`${here}/reviews?after=${page.value.next}`}
                >
                  {t("next")}
                </Link>
              )}
              {after !== null && <Link href={`${here}/reviews`}>{t("first")}</Link>}
              <Link href={here}>{t("back")}</Link>
            </nav>
          </>
        )}
      </div>
    </main>
  );
};

export default ReviewsPage;
