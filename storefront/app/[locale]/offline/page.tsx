import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";

import { TryAgain } from "../../../domains/installed/ui/try-again";
import { Link } from "../../../i18n/navigation";
import type { PageProps } from "../../../lib/page";
import { EmptyShelf } from "../../../ui/empty-shelf";

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const t = await getTranslations({ ...(await params), namespace: "shop.offline" });
  return { title: t("title"), robots: { index: false } };
};

/** Shown by the worker in the place of a page that was never seen while there is no connection. */
const Offline = () => {
  const t = useTranslations("shop.offline");
  return (
    <main id="main" className="wrap section">
      <EmptyShelf>
        <h1 tabIndex={-1}>{t("title")}</h1>
        <p className="soft measure">{t("text")}</p>
        <TryAgain>{t("again")}</TryAgain>
        <p>
          <Link href="/products">{t("back")}</Link>
        </p>
      </EmptyShelf>
    </main>
  );
};

export default Offline;
