import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound, permanentRedirect } from "next/navigation";

import { Offer } from "../../../../domains/cart/ui/offer";
import { isSlug, listingHref, type Search } from "../../../../domains/catalogue/choices";
import { breadcrumbData, productData } from "../../../../domains/catalogue/linked-data";
import type { Product } from "../../../../domains/catalogue/product";
import { findProduct } from "../../../../domains/catalogue/queries";
import { readRelated } from "../../../../domains/catalogue/related";
import { Buy } from "../../../../domains/catalogue/ui/buy";
import { Choose } from "../../../../domains/catalogue/ui/choose";
import { Comparison } from "../../../../domains/catalogue/ui/comparison";
import { Degraded } from "../../../../domains/catalogue/ui/degraded";
import { Gallery } from "../../../../domains/catalogue/ui/gallery";
import { RecentlyViewed } from "../../../../domains/catalogue/ui/recently-viewed";
import { Related } from "../../../../domains/catalogue/ui/related";
import { asVariant, chosenVariant } from "../../../../domains/catalogue/variants";
import { readReviews } from "../../../../domains/reviews/queries";
import { Reviews } from "../../../../domains/reviews/ui/reviews";
import type { Locale } from "../../../../i18n/routing";
import { audienceOf } from "../../../../lib/currency";
import { shareOf } from "../../../../lib/share";
import { Crumbs } from "../../../../ui/crumbs";
import { LinkedData } from "../../../../ui/linked-data";
import { fileFor } from "../../../../ui/picture";

type PageProps = {
  params: Promise<{ locale: Locale; slug: string }>;
  searchParams: Promise<Search>;
};

const pathOf = ({ slug }: Product) => `/products/${slug}`;
const photoOf = ({ pictures }: Product) =>
  pictures.find(({ view }) => view === "main") ?? pictures[0];

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const { locale, slug } = await params;
  if (!isSlug(slug)) notFound();
  const piece = (await findProduct(await audienceOf(locale), slug))?.value;
  if (!piece) return {};
  const { name: title, maker, description, slug: own } = piece;
  const card = `products/${own}`;
  const alt = `${title}, ${maker}`;
  return {
    title,
    description,
    ...shareOf({ locale, path: pathOf(piece), title, description, card, alt }),
  };
};

const seenOf = (piece: Product, locale: Locale) => {
  const photo = photoOf(piece);
  const picture = photo ? fileFor(photo, 300) : null;
  return { slug: piece.slug, locale, name: piece.name, picture };
};

const ProductPage = async ({ params, searchParams }: PageProps) => {
  const { locale, slug } = await params;
  if (!isSlug(slug)) notFound();
  const [t, shop] = await Promise.all([getTranslations("catalogue"), getTranslations("shop")]);
  const audience = await audienceOf(locale);
  const known = await findProduct(audience, slug);
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
  if (!known.value) notFound();
  const product = known.value;
  if (product.slug !== slug) permanentRedirect(`/${locale}${pathOf(product)}`);
  const [{ related, neighbour }, said] = await Promise.all([
    readRelated(audience, product),
    readReviews(product.id, 4, null),
  ]);
  const chosen = chosenVariant(product, await searchParams);
  const variant = chosen ?? product.variants[0];
  const piece = asVariant(product, chosen);
  const above = [
    { label: shop("name"), href: "/" },
    ...product.path.map((node) => ({
      label: node.name,
      href: listingHref({ category: node.slug }),
    })),
  ];
  return (
    <main id="main">
      <LinkedData data={productData(product, `/${locale}${pathOf(product)}`, said?.value)} />
      <LinkedData
        data={breadcrumbData([...above, { label: product.name, href: pathOf(product) }], locale)}
      />
      {known.asOf && <Degraded asOf={known.asOf} />}
      <div className="wrap">
        <Crumbs label={t("here")} above={above} here={piece.name} />
      </div>
      <div className="wrap product">
        <Gallery piece={piece} />
        <Buy piece={piece} tiers={variant?.tiers ?? []} asOf={known.asOf}>
          {chosen && <Choose piece={product} chosen={chosen} />}
          {variant && <Offer piece={product} variant={variant} />}
        </Buy>
      </div>
      <Comparison piece={piece} neighbour={neighbour} />
      {said?.value && <Reviews product={product} page={said.value} />}
      <Related pieces={related} />
      <RecentlyViewed
        piece={seenOf(product, locale)}
        labels={{ title: t("seen"), forget: t("forgetSeen") }}
      />
    </main>
  );
};

export default ProductPage;
