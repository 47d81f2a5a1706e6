import "server-only";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound, permanentRedirect } from "next/navigation";

import type { Audience } from "../../lib/currency";
import { shareOf } from "../../lib/share";
import { type Choices, everything, isFiltered, listingHref, unfiltered } from "./choices";
import type { ProductList } from "./product";
import { findShelf, listCategories, listCollections, listPieces } from "./queries";
import { below, pathTo } from "./tree";

/** A shelf that no list has: it is new, or it moved and leads to where it is now, or there is none. */
const unlisted = async (audience: Audience, kind: "categories" | "collections", slug: string) => {
  const known = await findShelf(audience, kind, slug);
  const here = known?.value;
  if (known && !here) notFound();
  if (here && here.slug !== slug) permanentRedirect(`/${audience.locale}/${kind}/${here.slug}`);
  return here ?? undefined;
};

const collectionOf = async (audience: Audience, slug: string) => {
  const t = await getTranslations({ locale: audience.locale, namespace: "catalogue" });
  const found = (await listCollections(audience))?.value;
  const listed = found?.find((one) => one.slug === slug);
  const here = listed ?? (await unlisted(audience, "collections", slug));
  const above = [{ label: t("collections"), href: "/collections" }];
  return { above, name: here?.name, description: here?.description };
};

const categoryOf = async (audience: Audience, slug: string | null) => {
  const tree = (await listCategories(audience))?.value;
  const path = pathTo(tree ?? [], slug);
  const listed = path.at(-1);
  const here =
    slug === null ? undefined : (listed ?? (await unlisted(audience, "categories", slug)));
  const above = path
    .slice(0, -1)
    .map((node) => ({ label: node.name, href: listingHref({ category: node.slug }) }));
  return { above, name: here?.name, description: here?.description };
};

/** Where a listing is and what it is called; a shelf that the shop does not have is no page. */
const describeListing = async (audience: Audience, choices: Choices) => {
  const t = await getTranslations({ locale: audience.locale, namespace: "catalogue" });
  const { q, category, collection } = choices;
  const { above, name, description } = await (collection === null
    ? categoryOf(audience, category)
    : collectionOf(audience, collection));
  if (q === null) {
    return { above, title: name ?? t("title"), intro: description ?? t("intro") };
  }
  const shelf =
    name === undefined ? [] : [{ label: name, href: listingHref({ category, collection }) }];
  return { above: [...above, ...shelf], title: t("found", { q }), intro: null };
};

const cardOf = ({ category, collection }: Choices) => {
  if (collection !== null) return `collections/${collection}`;
  return category === null ? "pages/products" : `categories/${category}`;
};

export const listingMetadata = async (audience: Audience, choices: Choices): Promise<Metadata> => {
  const { locale } = audience;
  const { title, intro } = await describeListing(audience, choices);
  const path = listingHref({ ...unfiltered(choices), after: choices.after });
  return {
    title,
    ...(intro && { description: intro }),
    ...shareOf({ locale, path, title, description: intro, card: cardOf(choices) }),
    ...((choices.q !== null || isFiltered(choices)) && { robots: { index: false, follow: true } }),
  };
};

/** What the filters offer; a shelf that they emptied still offers what it has without them. */
const facetsOf = async (audience: Audience, choices: Choices, list: ProductList | undefined) => {
  if (list?.items.length !== 0) return list?.facets;
  const whole = (await listPieces(audience, { ...everything, ...unfiltered(choices) }))?.value;
  return whole && whole.total > 0 ? whole.facets : undefined;
};

/** All that a listing shows; `list` is null when it continues no earlier page. */
export const readListing = async (audience: Audience, choices: Choices) => {
  const [known, tree, place] = await Promise.all([
    listPieces(audience, choices),
    listCategories(audience),
    describeListing(audience, choices),
  ]);
  const list = known?.value;
  const facets = await facetsOf(audience, choices, list ?? undefined);
  const nodes = tree?.value ?? [];
  const parts = choices.collection === null ? below(nodes, choices.category) : [];
  return { known, list, facets, tree: nodes, parts, ...place };
};
