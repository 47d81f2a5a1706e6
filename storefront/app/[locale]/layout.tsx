import "../../ui/styles/shop.css";
import type { Metadata, Viewport } from "next";
import { hasLocale, NextIntlClientProvider } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";

import { Arrival } from "../../domains/cart/ui/arrival";
import { DrawerPlace } from "../../domains/cart/ui/drawer-place";
import { HeadCart } from "../../domains/cart/ui/head-cart";
import { readMenu } from "../../domains/catalogue/menu";
import { Keeper } from "../../domains/installed/ui/keeper";
import { KeptNotice } from "../../domains/installed/ui/kept-notice";
import { WishTrouble } from "../../domains/wishlist/ui/trouble";
import { preloadFaces } from "../../fonts/faces";
import { routing } from "../../i18n/routing";
import { audienceOf } from "../../lib/currency";
import { env } from "../../lib/env";
import { daylight, night } from "../../ui/colours";
import { RareGlyphs } from "../../ui/rare-glyphs/rare-glyphs";
import { RouteBones } from "../../ui/route-bones";
import { RouteFocus } from "../../ui/route-focus";
import { SiteFoot } from "../../ui/site-foot";
import { SiteHead } from "../../ui/site-head";
import { isTheme, themeCookie } from "../../ui/themes";

type LayoutProps = { children: ReactNode; params: Promise<{ locale: string }> };

const readLocale = async (params: LayoutProps["params"]) => {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  return locale;
};

export const generateMetadata = async ({ params }: LayoutProps): Promise<Metadata> => {
  const locale = await readLocale(params);
  const t = await getTranslations({ locale, namespace: "shop" });
  return {
    metadataBase: new URL(env.publicOrigin),
    title: { default: t("name"), template: `%s · ${t("name")}` },
    description: t("tagline"),
    manifest: `/${locale}/manifest.webmanifest`,
    icons: { icon: { url: "/icon.svg", type: "image/svg+xml" }, apple: "/icons/apple-jar-180.png" },
    appleWebApp: { title: t("name"), statusBarStyle: "default" },
  };
};

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: daylight.paper },
    { media: "(prefers-color-scheme: dark)", color: night.paper },
  ],
};

const Layout = async ({ children, params }: LayoutProps) => {
  const locale = await readLocale(params);
  setRequestLocale(locale);
  preloadFaces(locale);
  const t = await getTranslations("shop");
  const told = await getTranslations("wishlist.failed");
  const audience = await audienceOf(locale);
  const shelves = await readMenu(audience);
  const theme = (await cookies()).get(themeCookie.name)?.value;
  return (
    <html lang={locale} data-theme={isTheme(theme) ? theme : undefined} suppressHydrationWarning>
      <body>
        <NextIntlClientProvider messages={null}>
          <a className="skip" href="#main">
            {t("skip")}
          </a>
          <RouteFocus />
          <Keeper />
          <RareGlyphs />
          <SiteHead shelves={shelves} cart={<HeadCart />} />
          <KeptNotice />
          <RouteBones />
          {children}
          <SiteFoot shelves={shelves} currency={audience.currency} />
          <DrawerPlace />
          <Arrival />
          <WishTrouble words={{ save: told("save"), remove: told("remove"), full: told("full") }} />
        </NextIntlClientProvider>
      </body>
    </html>
  );
};

export default Layout;
