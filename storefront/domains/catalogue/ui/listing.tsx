import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";

import { Link } from "../../../i18n/navigation";
import type { Locale } from "../../../i18n/routing";
import { audienceOf } from "../../../lib/currency";
import { Crumbs } from "../../../ui/crumbs";
import { LinkedData } from "../../../ui/linked-data";
import { type Choices, listingHref, unfiltered } from "../choices";
import { breadcrumbData, listData } from "../linked-data";
import { readListing } from "../listing";
import { Chosen } from "./chosen";
import { Degraded } from "./degraded";
import { Filters } from "./filters";
import { ListingBar } from "./listing-bar";
import { NothingFound } from "./nothing-found";
import { Paging } from "./paging";
import { Shelf } from "./shelf";

type PartsProps = { parts: { slug: string; name: string; count: number }[]; label: string };

/** The shelves below this one, where something stands on them. */
const Parts = ({ parts, label }: PartsProps) => (
  <nav className="parts" aria-label={label}>
    <ul>
      {parts.map(({ slug, name, count }) => (
        <li key={slug}>
          <Link href={listingHref({ category: slug })}>
            {name} <span className="num faint">{count}</span>
          </Link>
        </li>
      ))}
    </ul>
  </nav>
);

/** A category, a collection, the whole shop or what a search found. */
export const Listing = async ({ locale, choices }: { locale: Locale; choices: Choices }) => {
  const [t, shop] = await Promise.all([getTranslations("catalogue"), getTranslations("shop")]);
  const found = await readListing(await audienceOf(locale), choices);
  const { known, list, facets, tree, title, intro } = found;
  if (list === null) redirect(`/${locale}${listingHref({ ...choices, after: null })}`);
  const path = [{ label: shop("name"), href: "/" }, ...found.above];
  const here = { label: title, href: listingHref(unfiltered(choices)) };
  const parts = choices.q === null ? found.parts.filter(({ count }) => count > 0) : [];
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
        {parts.length > 0 && choices.category !== null && (
          <Parts parts={parts} label={t("parts", { name: title })} />
        )}
      </div>
      {list && (
        <div className={facets ? "wrap list" : "wrap"}>
          {facets && <Filters facets={facets} tree={tree} choices={choices} />}
          <div>
            {facets && <ListingBar count={list.total} choices={choices} />}
            {facets && <Chosen facets={facets} tree={tree} choices={choices} />}
            {list.items.length > 0 ? (
              <Shelf pieces={list.items} view={choices.view} asOf={known?.asOf} />
            ) : (
              <NothingFound choices={choices} tree={tree} />
            )}
            <Paging list={list} choices={choices} />
          </div>
        </div>
      )}
    </main>
  );
};
