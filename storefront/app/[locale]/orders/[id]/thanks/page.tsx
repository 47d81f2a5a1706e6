import { getTranslations } from "next-intl/server";

import { Sums, Things } from "../../../../../domains/checkout/ui/summary";
import type { OrderPageProps } from "../../../../../domains/orders/page";
import { findOrder, nameOfMethod } from "../../../../../domains/orders/queries";
import { OrderAway } from "../../../../../domains/orders/ui/order-away";
import { OrderFacts } from "../../../../../domains/orders/ui/order-facts";
import { Link } from "../../../../../i18n/navigation";
import { visitor } from "../../../../../lib/visitor";
import { buttonClass } from "../../../../../ui/button";

export { orderMetadata as generateMetadata } from "../../../../../domains/orders/page";

/** What was bought, where it goes, and what comes next. */
const ThanksPage = async ({ params }: OrderPageProps) => {
  const { locale, id } = await params;
  const t = await getTranslations("orders.thanks");
  const [order, { handle }] = await Promise.all([findOrder(locale, id), visitor()]);
  if (!order)
    return (
      <main id="main" className="wrap work">
        <OrderAway />
      </main>
    );
  const { number, email, lines, totals, payment } = order;
  const isMember = handle !== undefined;
  return (
    <main id="main" className="wrap work">
      <div className="list-head">
        <div>
          <h1 tabIndex={-1}>{t("title")}</h1>
          <p>{t("text", { number, email })}</p>
        </div>
      </div>
      <div className="two order">
        <div>
          <section aria-labelledby="next">
            <h2 id="next">{t("next")}</h2>
            <ol className="timeline thanks__next">
              <li className="now" aria-current="step">
                <div>
                  <b>{t("received")}</b>
                  <p className="small faint">{t("mail")}</p>
                </div>
              </li>
              <li className="next">
                <div>
                  <b>{t("pack")}</b>
                  <p className="small faint">{t("packText")}</p>
                </div>
              </li>
              <li className="next">
                <div>
                  <b>{t("arrive")}</b>
                  <p className="small faint">{order.shippingMethod.name}</p>
                </div>
              </li>
            </ol>
          </section>
          <OrderFacts order={order} method={await nameOfMethod(locale, payment.method)} />
          <div className="actions">
            <Link
              className={buttonClass()}
              href={isMember ? `/account/orders/${id}` : `/orders/${id}`}
            >
              {t("see")}
            </Link>
            <Link className={buttonClass("quiet")} href="/products">
              {t("browse")}
            </Link>
          </div>
          {!isMember && (
            <section className="offer" aria-labelledby="offer">
              <h2 id="offer">{t("offer")}</h2>
              <p className="small soft measure">{t("offerText")}</p>
              <Link className={buttonClass()} href="/signup">
                {t("signup")}
              </Link>
            </section>
          )}
        </div>
        <aside className="aside" aria-labelledby="things">
          <h2 id="things">{t("things")}</h2>
          <Things lines={lines} />
          <Sums totals={totals} />
        </aside>
      </div>
    </main>
  );
};

export default ThanksPage;
