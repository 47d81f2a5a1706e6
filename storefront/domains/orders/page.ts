import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import type { Locale } from "../../i18n/routing";

export type OrderPageProps = { params: Promise<{ locale: Locale; id: string }> };

/** Nobody else's business, least of all a search engine's. */
export const orderMetadata = async ({ params }: OrderPageProps): Promise<Metadata> => {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "orders" });
  return { title: t("one"), robots: { index: false, follow: false } };
};
