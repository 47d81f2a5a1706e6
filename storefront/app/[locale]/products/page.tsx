import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { listingHref, matches, readChoices } from "../../../domains/catalogue/choices";
import { listProducts } from "../../../domains/catalogue/queries";
import { Degraded } from "../../../domains/catalogue/ui/degraded";
import { Filters } from "../../../domains/catalogue/ui/filters";
import { ListingBar } from "../../../domains/catalogue/ui/listing-bar";
import { Shelf } from "../../../domains/catalogue/ui/shelf";
import { Link } from "../../../i18n/navigation";
import type { Locale } from "../../../i18n/routing";
import { Crumbs } from "../../../ui/crumbs";

type PageProps = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const t = await getTranslations({ ...(await params), namespace: "catalogue" });
  return { title: t("title") };
};

const Listing = async ({ params, searchParams }: PageProps) => {
  const { locale } = await params;
  const t = await getTranslations("catalogue");
  const shop = await getTranslations("shop");
  const choices = readChoices(await searchParams);
  const known = await listProducts(locale, choices.sort);
  const pieces = known?.value.items ?? [];
  const shown = pieces.filter(matches(choices));
  const category = pieces.find((piece) => piece.category.slug === choices.category)?.category;
  const title = category?.name ?? t("title");
  return (
    <main id="main">
      {(!known || known.asOf) && <Degraded asOf={known?.asOf} />}
      <div className="wrap">
        <Crumbs label={t("here")} above={[{ label: shop("name"), href: "/" }]} here={title} />
        <div className="list-head">
          <div>
            <h1 tabIndex={-1}>{title}</h1>
            <p>{t("intro")}</p>
          </div>
        </div>
      </div>
      {known && (
        <div className="wrap list">
          <Filters pieces={pieces} choices={choices} />
          <div>
            <ListingBar count={shown.length} choices={choices} />
            {shown.length > 0 ? (
              <Shelf pieces={shown} view={choices.view} />
            ) : (
              <div className="empty">
                <h2>{t("none")}</h2>
                <p className="soft">{t("noneHow")}</p>
                <Link href={listingHref({})}>{t("clear")}</Link>
              </div>
            )}
          </div>
        </div>
      )}
    </main>
  );
};

export default Listing;
