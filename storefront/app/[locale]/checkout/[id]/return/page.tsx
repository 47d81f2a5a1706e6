import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";

import { onwardOf, pathsOf } from "../../../../../domains/checkout/checkout";
import { askOnward } from "../../../../../domains/checkout/complete";
import { Saying } from "../../../../../domains/checkout/ui/frame";
import { UnderWay } from "../../../../../domains/checkout/ui/under-way";
import { Waiting } from "../../../../../domains/checkout/ui/waiting";
import type { Locale } from "../../../../../i18n/routing";
import { visitor } from "../../../../../lib/visitor";
import { BrandMark } from "../../../../../ui/brand-mark";

type Props = { params: Promise<{ locale: Locale; id: string }> };

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "checkout.confirming" });
  return { title: t("title"), robots: { index: false, follow: false } };
};

/** Back from the payment: asks how it went, again and again until that is known. */
const ReturnPage = async ({ params }: Props) => {
  const { locale, id } = await params;
  const t = await getTranslations("checkout.confirming");
  const checkout = await askOnward(locale, id, await visitor());
  if (checkout === "none") redirect(`/${locale}/checkout`);
  const isUnpaid = checkout?.state === "requires_action";
  const isOpen = checkout !== null && checkout.state !== "processing" && !isUnpaid;
  if (isOpen) redirect(onwardOf(locale, checkout) ?? `/${locale}/checkout`);
  return (
    <Saying title={t("title")}>
      <noscript>
        <meta httpEquiv="refresh" content="4" />
      </noscript>
      <output className="confirming">
        <BrandMark className="halves" />
        {t(isUnpaid ? "unpaid" : checkout === null ? "away" : "text")}
      </output>
      <p className="small soft">{t("safe")}</p>
      {isUnpaid && <UnderWay id={id} />}
      <Waiting standing={pathsOf(locale, id).standing} />
    </Saying>
  );
};

export default ReturnPage;
