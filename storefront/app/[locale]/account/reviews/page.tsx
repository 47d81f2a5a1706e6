import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Told } from "../../../../domains/account/ui/told";
import { listReceived } from "../../../../domains/reviews/queries";
import { ReceivedRows } from "../../../../domains/reviews/ui/received-rows";
import { Link } from "../../../../i18n/navigation";
import { type PageProps, readPage } from "../../../../lib/page";
import { buttonClass } from "../../../../ui/button";
import { EmptyShelf } from "../../../../ui/empty-shelf";
import { Notice } from "../../../../ui/notice";

export const generateMetadata = async (props: PageProps): Promise<Metadata> => {
  const { locale } = await readPage(props);
  const t = await getTranslations({ locale, namespace: "reviews" });
  return { title: t("own"), robots: { index: false, follow: false } };
};

const OwnReviewsPage = async (props: PageProps) => {
  const { locale, asked } = await readPage(props);
  const t = await getTranslations("reviews");
  const items = await listReceived(locale);
  const done = (["said", "same", "removed"] as const).find((one) => one === asked("done"));
  return (
    <>
      {done && <Told key={crypto.randomUUID()}>{t(`done.${done}`)}</Told>}
      <h1 tabIndex={-1}>{t("own")}</h1>
      {!items && (
        <Notice tone="warn" live="polite">
          {t("away")}
        </Notice>
      )}
      {items && (
        <section className="panel">
          {items.length === 0 ? (
            <EmptyShelf>
              <h2>{t("nothing")}</h2>
              <p className="soft measure">{t("nothingText")}</p>
              <Link className={buttonClass()} href="/account/orders">
                {t("orders")}
              </Link>
            </EmptyShelf>
          ) : (
            <ReceivedRows items={items} />
          )}
        </section>
      )}
    </>
  );
};

export default OwnReviewsPage;
