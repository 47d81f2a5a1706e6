import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { cache } from "react";

import { listingHref } from "../../../../domains/catalogue/choices";
import { findProduct, listShelf } from "../../../../domains/catalogue/queries";
import { Buy } from "../../../../domains/catalogue/ui/buy";
import { Comparison } from "../../../../domains/catalogue/ui/comparison";
import { Degraded } from "../../../../domains/catalogue/ui/degraded";
import { Gallery } from "../../../../domains/catalogue/ui/gallery";
import type { Locale } from "../../../../i18n/routing";
import { Crumbs } from "../../../../ui/crumbs";

type PageProps = { params: Promise<{ locale: Locale; slug: string }> };

const find = cache(findProduct);

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const { locale, slug } = await params;
  const piece = (await find(locale, slug))?.value;
  return piece ? { title: piece.name, description: piece.description } : {};
};

const ProductPage = async ({ params }: PageProps) => {
  const { locale, slug } = await params;
  const [t, shop] = await Promise.all([getTranslations("catalogue"), getTranslations("shop")]);
  const [known, shelf] = await Promise.all([find(locale, slug), listShelf(locale, 100, null)]);
  if (!known) {
    return (
      <main id="main">
        <Degraded />
        <div className="wrap section">
          <h1 tabIndex={-1}>{t("title")}</h1>
        </div>
      </main>
    );
  }
  const piece = known.value;
  if (!piece) notFound();
  const neighbour = shelf?.value.find(
    (other) =>
      other.slug !== piece.slug &&
      other.category.slug === piece.category.slug &&
      other.form !== piece.form,
  );
  return (
    <main id="main">
      {known.asOf && <Degraded asOf={known.asOf} />}
      <div className="wrap">
        <Crumbs
          label={t("here")}
          above={[
            { label: shop("name"), href: "/" },
            { label: piece.category.name, href: listingHref({ category: piece.category.slug }) },
          ]}
          here={piece.name}
        />
      </div>
      <div className="wrap product">
        <Gallery piece={piece} />
        <Buy piece={piece} />
      </div>
      <Comparison piece={piece} neighbour={neighbour} />
    </main>
  );
};

export default ProductPage;
