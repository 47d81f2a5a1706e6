import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { Link } from "../i18n/navigation";
import { BrandMark } from "./brand-mark";
import { Icon } from "./icon";
import { LanguageLink } from "./language-link";
import { NavLink } from "./nav-link";
import { PhoneMenu } from "./phone-menu";
import { SearchPanel } from "./search-panel";
import { chooseTheme } from "./theme";
import { ThemeToggle } from "./theme-toggle";

/** A shelf that the menu names; `within` are the categories at which it is the one shown. */
export type MenuShelf = { slug: string; name: string; within: string[] };

const Brand = () => (
  <Link className="brand" href="/">
    <BrandMark />
    <span lang="ko">장터</span>
    {useLocale() !== "ko" && <small>Jangteo</small>}
  </Link>
);

const ShelfLinks = ({ shelves }: { shelves: MenuShelf[] }) => {
  const t = useTranslations("shop");
  return (
    <>
      {shelves.map(({ slug, name, within }) => (
        <NavLink
          key={slug}
          href={`/categories/${slug}`}
          at={within.map((one) => `/categories/${one}`)}
        >
          {name}
        </NavLink>
      ))}
      <NavLink href="/products">{t("allPieces")}</NavLink>
    </>
  );
};

type SiteHeadProps = { shelves: MenuShelf[]; cart: ReactNode };

export const SiteHead = ({ shelves, cart }: SiteHeadProps) => {
  const t = useTranslations("shop");
  const theme = (
    <ThemeToggle choose={chooseTheme} labels={{ dark: t("darken"), light: t("lighten") }} />
  );
  return (
    <header className="site-head">
      <div className="wrap site-head__row">
        <Brand />
        <nav className="site-nav" aria-label={t("mainMenu")}>
          <ShelfLinks shelves={shelves} />
        </nav>
        <div className="site-tools">
          <SearchPanel
            labels={{
              search: t("search"),
              searchFor: t("searchFor"),
              close: t("closeSearch"),
              suggestions: t("suggestions"),
              suggested: t("suggested"),
            }}
          />
          {theme}
          <LanguageLink className="wide-only" />
          <Link className="wide-only" href="/account">
            {t("account")}
          </Link>
          <Link className="icon-btn wide-only" href="/wishlist" aria-label={t("wishlist")}>
            <Icon name="heart" />
          </Link>
          {cart}
          <PhoneMenu labels={{ open: t("openMenu"), close: t("closeMenu"), menu: t("mainMenu") }}>
            <ShelfLinks shelves={shelves} />
            <Link href="/account">{t("account")}</Link>
            <Link href="/wishlist">{t("wishlist")}</Link>
            <LanguageLink />
          </PhoneMenu>
        </div>
      </div>
    </header>
  );
};
