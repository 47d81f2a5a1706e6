import { useTranslations } from "next-intl";

import { Link } from "../../../i18n/navigation";
import { BrandMark } from "../../../ui/brand-mark";
import { Icon } from "../../../ui/icon";
import { LanguageLink } from "../../../ui/language-link";
import { chooseTheme } from "../../../ui/theme";
import { ThemeToggle } from "../../../ui/theme-toggle";

/** In place of the shop's own head. */
export const AdminHead = ({ name }: { name: string | undefined }) => {
  const t = useTranslations("admin.nav");
  const s = useTranslations("shop");
  return (
    <header className="site-head site-head--admin">
      <div className="wrap site-head__row">
        <Link className="brand" href="/admin">
          <BrandMark />
          <span lang="ko">장터</span>
          <small>{t("brand")}</small>
        </Link>
        <div className="site-tools">
          <Link className="wide-only" href="/admin/products">
            <Icon name="search" />
            {t("search")}
          </Link>
          <Link className="wide-only" href="/">
            {t("shop")}
          </Link>
          <ThemeToggle choose={chooseTheme} labels={{ dark: s("darken"), light: s("lighten") }} />
          <LanguageLink />
          <Link href="/account">{name ?? s("account")}</Link>
        </div>
      </div>
    </header>
  );
};
