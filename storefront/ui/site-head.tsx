import { useLocale, useTranslations } from "next-intl";

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

const CartLink = ({ count }: { count: number }) => {
  const t = useTranslations("shop");
  return (
    <Link href="/cart">
      <span className="wide-only">{t("cart")}</span>
      <span className="phone-only">
        <Icon name="bag" />
        <span className="sr">{t("cart")}</span>
      </span>
      {count > 0 && <span className="cart-count">{count}</span>}
    </Link>
  );
};

type SiteHeadProps = { shelves: MenuShelf[]; cartCount?: number | null };

/** `cartCount` is null while the shop takes no orders; a count of 0 shows the cart without a number. */
export const SiteHead = ({ shelves, cartCount = null }: SiteHeadProps) => {
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
          {cartCount !== null && <CartLink count={cartCount} />}
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
