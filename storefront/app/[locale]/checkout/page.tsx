import { formatMoney } from "@jangteo/shared/money";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";

import { type Checkout, daysWord, onwardOf } from "../../../domains/checkout/checkout";
import { findBuyer, openCheckout } from "../../../domains/checkout/queries";
import { AddressLines } from "../../../domains/checkout/ui/address-lines";
import { Arrival } from "../../../domains/checkout/ui/arrival";
import { Saying } from "../../../domains/checkout/ui/frame";
import { HowForm } from "../../../domains/checkout/ui/how-form";
import { PayStep } from "../../../domains/checkout/ui/pay-step";
import { Step } from "../../../domains/checkout/ui/step";
import { Summary } from "../../../domains/checkout/ui/summary";
import { Why } from "../../../domains/checkout/ui/told";
import { UnderWay } from "../../../domains/checkout/ui/under-way";
import { WhereForm } from "../../../domains/checkout/ui/where-form";
import { Link } from "../../../i18n/navigation";
import { type PageProps, readPage } from "../../../lib/page";
import { buttonClass } from "../../../ui/button";
import { Notice } from "../../../ui/notice";

export const generateMetadata = async (props: PageProps): Promise<Metadata> => {
  const { locale } = await readPage(props);
  const t = await getTranslations({ locale, namespace: "checkout" });
  return { title: t("title"), robots: { index: false, follow: false } };
};

/** The section that is open: the one that is written again, or the first that lacks something. */
const currentOf = ({ missing }: Checkout, edit: string | undefined) => {
  if (missing.includes("email") || missing.includes("shippingAddress") || edit === "where")
    return "where";
  return missing.includes("shippingMethod") || edit === "how" ? "how" : "pay";
};
const order = ["where", "how", "pay"] as const;

const CheckoutPage = async (props: PageProps) => {
  const { locale, asked } = await readPage(props);
  const t = await getTranslations("checkout");
  const [found, buyer] = await Promise.all([openCheckout(locale), findBuyer()]);
  if (found.kind === "none") redirect(`/${locale}/cart`);
  if (found.kind === "signed out")
    redirect(`/${locale}/login?again=1&next=${encodeURIComponent(`/${locale}/checkout`)}`);
  if (found.kind === "away")
    return (
      <Saying title={t("title")}>
        <Notice tone="warn" live="polite">
          {t("away")}
        </Notice>
      </Saying>
    );
  const { checkout } = found;
  const { lines, totals, shippingAddress, shippingMethods } = checkout;
  const count = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const onward = onwardOf(locale, checkout);
  const isBeingPaid = checkout.state === "requires_action";
  if (onward !== undefined && !isBeingPaid) redirect(onward);

  const current = currentOf(checkout, asked("edit"));
  const at = order.indexOf(current);
  const stateOf = (name: (typeof order)[number]) => {
    const place = order.indexOf(name);
    // What is written again may change what comes after it.
    return place === at ? "current" : place < at ? "done" : "todo";
  };
  const isEditing =
    asked("edit") !== undefined && checkout.missing.every((one) => one === "paymentMethod");
  const back = isEditing && (
    <Link className={buttonClass("quiet")} href="/checkout">
      {t("keep")}
    </Link>
  );
  const way = shippingMethods.find(({ code }) => code === checkout.shippingMethod);
  return (
    <main id="main" className="wrap work checkout">
      <div className="list-head">
        <h1 tabIndex={-1}>{t("title")}</h1>
        <Link className="small" href="/cart">
          {t("toCart")}
        </Link>
      </div>
      <div className="told" id="told" tabIndex={-1}>
        {/* Each answer is told once more, also when it says the same. */}
        <Why key={crypto.randomUUID()} checkout={checkout} asked={asked} />
      </div>
      <a className="btn btn--wide phone-only summary-jump" href="#summary">
        <span>{t("summaryOf", { count })}</span>
        <span className="price">{formatMoney(totals.total, locale)}</span>
      </a>
      <div className="two">
        {isBeingPaid ? (
          <section className="saying" aria-labelledby="under-way">
            <h2 id="under-way">{t("underWay.title")}</h2>
            <p className="soft">{t("underWay.text")}</p>
            <UnderWay id={checkout.id} />
          </section>
        ) : (
          <div>
            {asked("at") !== undefined && <Arrival key={asked("at")} name={current} />}
            <Step
              name="where"
              number={1}
              state={stateOf("where")}
              edit="/checkout?edit=where#where"
            >
              {current === "where" ? (
                <WhereForm checkout={checkout} buyer={buyer} back={back} />
              ) : (
                <>
                  <p className="small">{checkout.email}</p>
                  {shippingAddress && <AddressLines address={shippingAddress} />}
                </>
              )}
            </Step>
            <Step name="how" number={2} state={stateOf("how")} edit="/checkout?edit=how#how">
              {current === "how" && shippingMethods.length === 0 && (
                <Notice tone="warn" live="polite">
                  {t("noWay")}
                </Notice>
              )}
              {current === "how" && shippingMethods.length > 0 && (
                <HowForm checkout={checkout} back={back} />
              )}
              {current !== "how" && way && (
                <p className="small">
                  <b>{way.name}</b> ·{" "}
                  {way.price.amount > 0 ? formatMoney(way.price, locale) : t("free")} ·{" "}
                  {t(daysWord(way.days), way.days)}
                </p>
              )}
            </Step>
            <Step name="pay" number={3} state={stateOf("pay")}>
              <PayStep checkout={checkout} />
            </Step>
          </div>
        )}
        <Summary checkout={checkout} />
      </div>
    </main>
  );
};

export default CheckoutPage;
