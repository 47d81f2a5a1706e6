import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { listOrders } from "../../../../domains/orders/queries";
import { OrderRows } from "../../../../domains/orders/ui/order-rows";
import { Link } from "../../../../i18n/navigation";
import { type PageProps, readPage } from "../../../../lib/page";
import { buttonClass } from "../../../../ui/button";
import { EmptyShelf } from "../../../../ui/empty-shelf";
import { Notice } from "../../../../ui/notice";

export const generateMetadata = async (props: PageProps): Promise<Metadata> => {
  const { locale } = await readPage(props);
  const t = await getTranslations({ locale, namespace: "orders" });
  return { title: t("title"), robots: { index: false, follow: false } };
};

const OrdersPage = async (props: PageProps) => {
  const { locale, asked } = await readPage(props);
  const t = await getTranslations("orders");
  const after = asked("after");
  const list = await listOrders(locale, after);
  return (
    <>
      <h1 tabIndex={-1}>{t("title")}</h1>
      {!list && (
        <Notice tone="warn" live="polite">
          {t("away")}
        </Notice>
      )}
      {list && (
        <section className="panel">
          {list.items.length === 0 && after === undefined ? (
            <EmptyShelf>
              <h2>{t("none")}</h2>
              <p className="soft measure">{t("noneText")}</p>
              <Link className={buttonClass()} href="/products">
                {t("browse")}
              </Link>
            </EmptyShelf>
          ) : (
            <OrderRows orders={list.items} />
          )}
          {(list.next !== null || after !== undefined) && (
            <nav className="more" aria-label={t("pages")}>
              {list.next !== null && (
                <Link
                  className={buttonClass()}
                  rel="next"
                  href={`/account/orders?after=${list.next}`}
                >
                  {t("next")}
                </Link>
              )}
              {after !== undefined && <Link href="/account/orders">{t("first")}</Link>}
            </nav>
          )}
        </section>
      )}
    </>
  );
};

export default OrdersPage;
