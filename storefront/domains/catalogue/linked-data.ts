import { env } from "../../lib/env";
import type { Money, Product, ProductSummary } from "./product";

const absolute = (path: string) => new URL(path, env.publicOrigin).href;

/** Won are whole; the other currencies have cents. */
const decimal = ({ amount, currency }: Money) =>
  currency === "KRW" ? String(amount) : (amount / 100).toFixed(2);

const stockOf = ({ availability }: Pick<Product, "availability">) =>
  `https://schema.org/${availability === "sold_out" ? "OutOfStock" : "InStock"}`;

const offerOf = (url: string, sold: Pick<Product, "price" | "availability" | "sku">) => ({
  "@type": "Offer",
  url,
  sku: sold.sku,
  price: decimal(sold.price),
  priceCurrency: sold.price.currency,
  availability: stockOf(sold),
  itemCondition: "https://schema.org/NewCondition",
});

type Said = {
  total: number;
  average: number | null;
  items: readonly { authorName: string; rating: number; text: string; createdAt: string }[];
};

/** What people say of it, as far as it can be read; nothing as long as nobody does. */
const ratingOf = ({ rating }: Product, said: Said | null | undefined) => {
  // The card may be older than what was read just now: both come from the one or the other.
  const [ratingValue, reviewCount] = said
    ? [said.average ?? undefined, said.total]
    : [rating?.average, rating?.reviews];
  if (ratingValue === undefined) return {};
  return {
    aggregateRating: { "@type": "AggregateRating", ratingValue, reviewCount },
    review: said?.items.map(({ authorName, rating: given, text, createdAt }) => ({
      "@type": "Review",
      author: { "@type": "Person", name: authorName },
      reviewRating: { "@type": "Rating", ratingValue: given, bestRating: 5 },
      reviewBody: text,
      datePublished: createdAt.slice(0, 10),
    })),
  };
};

export const productData = (piece: Product, path: string, said?: Said | null) => {
  const url = absolute(path);
  const offers = piece.variants.map((variant) => offerOf(url, variant));
  return {
    "@type": "Product",
    name: piece.name,
    description: piece.description,
    sku: piece.sku,
    brand: { "@type": "Brand", name: piece.maker },
    image: piece.pictures.map((picture) => absolute(picture.url)),
    material: piece.material,
    offers: offers.length > 0 ? offers : [offerOf(url, piece)],
    ...ratingOf(piece, said),
  };
};

export const breadcrumbData = (crumbs: { label: string; href: string }[], locale: string) => ({
  "@type": "BreadcrumbList",
  itemListElement: crumbs.map(({ label, href }, at) => ({
    "@type": "ListItem",
    position: at + 1,
    name: label,
    item: absolute(`/${locale}${href === "/" ? "" : href}`),
  })),
});

export const listData = (pieces: readonly ProductSummary[], locale: string) => ({
  "@type": "ItemList",
  itemListElement: pieces.map(({ slug, name }, at) => ({
    "@type": "ListItem",
    position: at + 1,
    name,
    url: absolute(`/${locale}/products/${slug}`),
  })),
});
