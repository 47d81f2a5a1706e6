import { getTranslations } from "next-intl/server";

import type { Locale } from "../../i18n/routing";
import { daylight } from "../../ui/colours";

const icon = (name: string, size: number, purpose: "any" | "maskable") => ({
  src: `/icons/${name}-${size}.png`,
  sizes: `${size}x${size}`,
  type: "image/png",
  purpose,
});

/** What a device needs to keep the shop on its home screen (W3C Web Application Manifest). */
export const manifestOf = async (locale: Locale) => {
  const t = await getTranslations({ locale, namespace: "shop" });
  return {
    // One app, whichever language it was installed in.
    id: "/",
    name: t("appName"),
    short_name: t("name"),
    description: t("tagline"),
    lang: locale,
    dir: "ltr",
    start_url: `/${locale}`,
    scope: "/",
    display: "standalone",
    background_color: daylight.paper,
    theme_color: daylight.paper,
    categories: ["shopping"],
    icons: [
      { src: "/icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" },
      icon("jar", 192, "any"),
      icon("jar", 512, "any"),
      icon("masked-jar", 192, "maskable"),
      icon("masked-jar", 512, "maskable"),
    ],
    shortcuts: [
      { name: t("allPieces"), url: `/${locale}/products` },
      { name: t("account"), url: `/${locale}/account` },
    ],
  };
};
