import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";

import { Degraded } from "../../../domains/catalogue/ui/degraded";
import { findPieces } from "../../../domains/wishlist/pieces";
import { findWishes } from "../../../domains/wishlist/queries";
import { LeavingShelf } from "../../../domains/wishlist/ui/heart";
import { WishShelf } from "../../../domains/wishlist/ui/wish-shelf";
import { Link } from "../../../i18n/navigation";
import { audienceOf } from "../../../lib/currency";
import { type PageProps, readPage } from "../../../lib/page";
import { visitor } from "../../../lib/visitor";
import { buttonClass } from "../../../ui/button";
import { Crumbs } from "../../../ui/crumbs";
import { EmptyShelf } from "../../../ui/empty-shelf";
import { Notice } from "../../../ui/notice";

const troubles = ["save", "remove", "full"] as const;

export const generateMetadata = async (props: PageProps): Promise<Metadata> => {
  const { locale } = await readPage(props);
  const t = await getTranslations({ locale, namespace: "wishlist" });
  return { title: t("title"), robots: { index: false, follow: false } };
};

const WishlistPage = async (props: PageProps) => {
  const { locale, asked } = await readPage(props);
  const [t, shop, catalogue] = await Promise.all([
    getTranslations("wishlist"),
    getTranslations("shop"),
    getTranslations("catalogue"),
  ]);
  const [list, { handle }] = await Promise.all([findWishes(asked("after")), visitor()]);
  const { found, ...catalogueState } = await findPieces(
    await audienceOf(locale),
    list?.items.map(({ productId }) => productId) ?? [],
  );
  // The last piece of a page may have left it.
  if (list?.items.length === 0 && asked("after") !== undefined) redirect(`/${locale}/wishlist`);
  const failed = troubles.find((one) => one === asked("failed"));
  return (
    <main id="main">
      {catalogueState.stale && <Degraded asOf={catalogueState.asOf} />}
      <div className="wrap">
        <Crumbs
          label={catalogue("here")}
          above={[{ label: shop("name"), href: "/" }]}
          here={t("title")}
        />
        <div className="list-head">
          <div>
            <h1 tabIndex={-1}>{t("title")}</h1>
            <p>{t("intro")}</p>
          </div>
        </div>
        <div className="wishes-told">
          {failed && (
            <Notice tone="danger" live="assertive">
              {t(`failed.${failed}`)}
            </Notice>
          )}
          {!list && (
            <Notice tone="warn" live="polite">
              {t("away")}
            </Notice>
          )}
          {list && list.total > 0 && (
            <output className="small">{t("count", { count: list.total })}</output>
          )}
          {list && list.total > 0 && !handle && (
            <p className="small soft">
              {t("guest")}{" "}
              <Link href={`/login?next=${encodeURIComponent(`/${locale}/wishlist`)}`}>
                {t("login")}
              </Link>
            </p>
          )}
        </div>
        <LeavingShelf>
          {list?.total === 0 && (
            <EmptyShelf>
              <h2>{t("empty")}</h2>
              <p className="soft">{t("emptyHow")}</p>
              <p>
                <Link className={buttonClass()} href="/products">
                  {t("browse")}
                </Link>
              </p>
            </EmptyShelf>
          )}
          {found.length > 0 && <WishShelf found={found} />}
        </LeavingShelf>
        {list && (list.next !== null || asked("after") !== undefined) && (
          <nav className="more" aria-label={t("pages")}>
            {list.next !== null && (
              <Link className={buttonClass()} rel="next" href={`/wishlist?after=${list.next}`}>
                {t("next")}
              </Link>
            )}
            {asked("after") !== undefined && <Link href="/wishlist">{t("first")}</Link>}
          </nav>
        )}
      </div>
    </main>
  );
};

export default WishlistPage;
