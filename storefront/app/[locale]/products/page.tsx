import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";

import {
  type Choices,
  everything,
  isFiltered,
  listingHref,
  readChoices,
} from "../../../domains/catalogue/choices";
import { breadcrumbData, listData } from "../../../domains/catalogue/linked-data";
import type { ProductList } from "../../../domains/catalogue/product";
import { listCategories, listPieces } from "../../../domains/catalogue/queries";
import { pathTo } from "../../../domains/catalogue/tree";
import { Chosen } from "../../../domains/catalogue/ui/chosen";
import { Degraded } from "../../../domains/catalogue/ui/degraded";
import { Filters } from "../../../domains/catalogue/ui/filters";
import { ListingBar } from "../../../domains/catalogue/ui/listing-bar";
import { NothingFound } from "../../../domains/catalogue/ui/nothing-found";
import { Paging } from "../../../domains/catalogue/ui/paging";
import { Shelf } from "../../../domains/catalogue/ui/shelf";
import type { Locale } from "../../../i18n/routing";
import type { PageProps } from "../../../lib/page";
import { shareOf } from "../../../lib/share";
import { Crumbs } from "../../../ui/crumbs";
import { LinkedData } from "../../../ui/linked-data";

const readTree = cache(listCategories);

/** Where the page is and what it is called; a category that the shop does not have is no page. */
const placeOf = async (locale: Locale, { q, category }: Choices) => {
  const t = await getTranslations({ locale, namespace: "catalogue" });
  const tree = await readTree(locale);
  const path = pathTo(tree?.value ?? [], category);
  const here = path.at(-1);
  if (tree && category !== null && !here) notFound();
  return {
    tree,
    above: path.slice(0, q === null ? -1 : undefined),
    title: q === null ? (here?.name ?? t("title")) : t("found", { q }),
    intro: q === null ? (here?.description ?? t("intro")) : null,
  };
};

/** What the filters offer; a shelf that they emptied still offers what it has without them. */
const facetsOf = async (locale: Locale, choices: Choices, list: ProductList | undefined) => {
  if (list?.items.length !== 0) return list?.facets;
  const { q, category } = choices;
  const whole = (await listPieces(locale, { ...everything, q, category }))?.value;
  return whole && whole.total > 0 ? whole.facets : undefined;
};

export const generateMetadata = async ({ params, searchParams }: PageProps): Promise<Metadata> => {
  const { locale } = await params;
  const choices = readChoices(await searchParams);
  const { title, intro } = await placeOf(locale, choices);
  const { q, category, after } = choices;
  const path = listingHref({ q, category, after });
  const card = category === null ? "pages/products" : `categories/${category}`;
  return {
    title,
    ...(intro && { description: intro }),
    ...shareOf({ locale, path, title, description: intro, card }),
    ...((choices.q !== null || isFiltered(choices)) && { robots: { index: false, follow: true } }),
  };
};

const Listing = async ({ params, searchParams }: PageProps) => {
  const { locale } = await params;
  const t = await getTranslations("catalogue");
  const shop = await getTranslations("shop");
  const choices = readChoices(await searchParams);
  const [known, { tree, above, title, intro }] = await Promise.all([
    listPieces(locale, choices),
    placeOf(locale, choices),
  ]);
  const list = known?.value;
  if (list === null) redirect(`/${locale}${listingHref({ ...choices, after: null })}`);
  const facets = await facetsOf(locale, choices, list);
  const crumbs = above.map(({ slug, name }) => ({
    label: name,
    href: listingHref({ category: slug }),
  }));
  const path = [{ label: shop("name"), href: "/" }, ...crumbs];
  const here = { label: title, href: listingHref({ q: choices.q, category: choices.category }) };
  return (
    <main id="main">
      {list && <LinkedData data={listData(list.items, locale)} />}
      <LinkedData data={breadcrumbData([...path, here], locale)} />
      {(!known || known.asOf) && <Degraded asOf={known?.asOf} />}
      <div className="wrap">
        <Crumbs label={t("here")} above={path} here={title} />
        <div className="list-head">
          <div>
            <h1 tabIndex={-1}>{title}</h1>
            {intro && <p>{intro}</p>}
          </div>
        </div>
      </div>
      {list && (
        <div className={facets ? "wrap list" : "wrap"}>
          {facets && <Filters facets={facets} tree={tree?.value ?? []} choices={choices} />}
          <div>
            {facets && <ListingBar count={list.total} choices={choices} />}
            {facets && <Chosen facets={facets} choices={choices} />}
            {list.items.length > 0 ? (
              <Shelf pieces={list.items} view={choices.view} />
            ) : (
              <NothingFound choices={choices} tree={tree?.value ?? []} />
            )}
            <Paging list={list} choices={choices} />
          </div>
        </div>
      )}
    </main>
  );
};

export default Listing;
