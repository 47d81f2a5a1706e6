import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import type { Locale } from "../../i18n/routing";

/** What its address says beside the order: what was just done, or what is asked for. */
export type OrderAsked = { done?: string | undefined; ask?: string | undefined };
export type OrderPageProps = {
  params: Promise<{ locale: Locale; id: string }>;
  searchParams: Promise<OrderAsked>;
};

/** Nobody else's business, least of all a search engine's. */
export const orderMetadata = async ({
  params,
}: Pick<OrderPageProps, "params">): Promise<Metadata> => {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "orders" });
  return { title: t("one"), robots: { index: false, follow: false } };
};
