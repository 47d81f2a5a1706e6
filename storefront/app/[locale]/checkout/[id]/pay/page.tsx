import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";

import { onwardOf, pathsOf } from "../../../../../domains/checkout/checkout";
import { findCheckout } from "../../../../../domains/checkout/queries";
import { Saying } from "../../../../../domains/checkout/ui/frame";
import type { Locale } from "../../../../../i18n/routing";
import { buttonClass } from "../../../../../ui/button";

type Props = { params: Promise<{ locale: Locale; id: string }> };

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "checkout.onward" });
  return { title: t("title"), robots: { index: false, follow: false } };
};

/**
 * Leads on to the provider's page. A page of its own, because the policy of the shop's pages lets a form
 * lead nowhere else (`form-action`, CSP level 3), wherever an answer to it redirects.
 */
const PayPage = async ({ params }: Props) => {
  const { locale, id } = await params;
  const t = await getTranslations("checkout.onward");
  const found = await findCheckout(locale, id);
  if (found.kind === "none") redirect(`/${locale}/checkout`);
  if (found.kind === "away") redirect(pathsOf(locale, id).back);
  const { nextAction, state } = found.checkout;
  const url = state === "requires_action" ? URL.parse(nextAction?.url ?? "") : null;
  if (!url || !/^https?:$/.test(url.protocol))
    redirect(onwardOf(locale, found.checkout) ?? `/${locale}/checkout`);
  return (
    <Saying title={t("title")}>
      <meta httpEquiv="refresh" content={`0;url=${url.href}`} />
      <p className="soft">{t("text")}</p>
      <p>
        <a className={buttonClass("act")} href={url.href}>
          {t("go")}
        </a>
      </p>
    </Saying>
  );
};

export default PayPage;
