import { useTranslations } from "next-intl";

import { Link } from "../../../i18n/navigation";
import type { Audience } from "../../../lib/currency";
import type { Collection } from "../product";
import { CollectionRows } from "./collection-rows";

type CollectionsProps = { audience: Audience; collections: readonly Collection[] };

/** The first collections of the shop, and the way to the rest. */
export const Collections = ({ audience, collections }: CollectionsProps) => {
  const t = useTranslations("catalogue");
  return (
    <section className="wrap section" aria-labelledby="collections">
      <div className="section__head">
        <h2 id="collections">{t("collections")}</h2>
        <p>
          <Link href="/collections">{t("collectionsAll")}</Link>
        </p>
      </div>
      <CollectionRows audience={audience} collections={collections.slice(0, 3)} heading="h3" />
    </section>
  );
};
