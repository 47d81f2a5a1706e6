import type { Metadata } from "next";
import { getMessages, getTranslations } from "next-intl/server";

import { troubles } from "../../../domains/cart/answers";
import { findCart } from "../../../domains/cart/queries";
import { CartView } from "../../../domains/cart/ui/cart-view";
import { OtherMoney } from "../../../domains/cart/ui/other-money";
import { PutBack } from "../../../domains/cart/ui/put-back";
import { Link } from "../../../i18n/navigation";
import { audienceOf } from "../../../lib/currency";
import { type PageProps, readPage } from "../../../lib/page";
import { visitor } from "../../../lib/visitor";
import { buttonClass } from "../../../ui/button";
import { Crumbs } from "../../../ui/crumbs";
import { Notice } from "../../../ui/notice";

const failures = [...troubles, "away", "code"] as const;

export const generateMetadata = async (props: PageProps): Promise<Metadata> => {
  const { locale } = await readPage(props);
  const t = await getTranslations({ locale, namespace: "cart" });
  return { title: t("title"), robots: { index: false, follow: false } };
};

const CartPage = async (props: PageProps) => {
  const { locale, asked } = await readPage(props);
  const [t, shop, catalogue, { cart: words }] = await Promise.all([
    getTranslations("cart"),
    getTranslations("shop"),
    getTranslations("catalogue"),
    getMessages(),
  ]);
  const [cart, { handle }, audience] = await Promise.all([
    findCart(),
    visitor(),
    audienceOf(locale),
  ]);
  const failed = failures.find((one) => one === asked("failed"));
  const coupon = asked("coupon");
  const told = (["added", "addedAgain"] as const).find((one) => one === asked("told"));
  const isFull = cart !== null && cart.lines.length > 0;
  return (
    <main id="main">
      <div className="wrap">
        <Crumbs
          label={catalogue("here")}
          above={[{ label: shop("name"), href: "/" }]}
          here={t("title")}
        />
        <CartView
          read={cart}
          words={words}
          failedCoupon={failed && coupon ? { code: coupon, trouble: failed } : undefined}
        >
          {!cart && (
            <Notice
              tone="warn"
              live="polite"
              action={
                <Link className={buttonClass()} href="/cart">
                  {t("again")}
                </Link>
              }
            >
              {t("away")}
            </Notice>
          )}
          {failed && !coupon && (
            <Notice tone="danger" live="assertive">
              {t(`troubles.${failed}`)}
            </Notice>
          )}
          {told && (
            <Notice tone="ok" live="polite">
              {t(told)}
            </Notice>
          )}
          <PutBack removed={asked("removed")} />
          {isFull && cart.currency !== audience.currency && (
            <OtherMoney from={cart.currency} to={audience.currency} />
          )}
          {isFull && !handle && (
            <p className="small soft">
              {t("guest")}{" "}
              <Link href={`/login?next=${encodeURIComponent(`/${locale}/cart`)}`}>
                {t("login")}
              </Link>
            </p>
          )}
        </CartView>
      </div>
    </main>
  );
};

export default CartPage;
