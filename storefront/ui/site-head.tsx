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

/** The shelves that the shop names in its menu, by category. */
export const shelves = ["bowls", "tea", "jars", "table"] as const;

const Brand = () => (
  <Link className="brand" href="/">
    <BrandMark />
    <span lang="ko">장터</span>
    {useLocale() !== "ko" && <small>Jangteo</small>}
  </Link>
);

const ShelfLinks = () => {
  const t = useTranslations("shop");
  return (
    <>
      {shelves.map((shelf) => (
        <NavLink key={shelf} category={shelf}>
          {t(`shelves.${shelf}`)}
        </NavLink>
      ))}
      <NavLink category={null}>{t("allPieces")}</NavLink>
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

/** `cartCount` is null while the shop takes no orders; a count of 0 shows the cart without a number. */
export const SiteHead = ({ cartCount = null }: { cartCount?: number | null }) => {
  const t = useTranslations("shop");
  const theme = (
    <ThemeToggle choose={chooseTheme} labels={{ dark: t("darken"), light: t("lighten") }} />
  );
  return (
    <header className="site-head">
      <div className="wrap site-head__row">
        <Brand />
        <nav className="site-nav" aria-label={t("mainMenu")}>
          <ShelfLinks />
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
            <ShelfLinks />
            <Link href="/account">{t("account")}</Link>
            <Link href="/wishlist">{t("wishlist")}</Link>
            <LanguageLink />
          </PhoneMenu>
        </div>
      </div>
    </header>
  );
};
