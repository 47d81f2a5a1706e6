import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { breadcrumbData } from "../../../domains/catalogue/linked-data";
import { listCollections } from "../../../domains/catalogue/queries";
import { CollectionRows } from "../../../domains/catalogue/ui/collection-rows";
import { Degraded } from "../../../domains/catalogue/ui/degraded";
import { audienceOf } from "../../../lib/currency";
import type { PageProps } from "../../../lib/page";
import { shareOf } from "../../../lib/share";
import { Crumbs } from "../../../ui/crumbs";
import { LinkedData } from "../../../ui/linked-data";

const path = "/collections";

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "catalogue" });
  const [title, description] = [t("collections"), t("collectionsText")];
  const card = "pages/collections";
  return { title, description, ...shareOf({ locale, path, title, description, card }) };
};

/** What the shop has put together, each with a few of its pieces. */
const CollectionsPage = async ({ params }: PageProps) => {
  const { locale } = await params;
  const [t, shop] = await Promise.all([getTranslations("catalogue"), getTranslations("shop")]);
  const audience = await audienceOf(locale);
  const known = await listCollections(audience);
  const above = [{ label: shop("name"), href: "/" }];
  const here = t("collections");
  return (
    <main id="main">
      <LinkedData data={breadcrumbData([...above, { label: here, href: path }], locale)} />
      {(!known || known.asOf) && <Degraded asOf={known?.asOf} />}
      <div className="wrap">
        <Crumbs label={t("here")} above={above} here={here} />
        <div className="list-head">
          <div>
            <h1 tabIndex={-1}>{here}</h1>
            <p>{t("collectionsText")}</p>
          </div>
        </div>
        <CollectionRows audience={audience} collections={known?.value ?? []} heading="h2" />
      </div>
    </main>
  );
};

export default CollectionsPage;
