import type { Currency } from "@jangteo/shared/money";
import { useTranslations } from "next-intl";

import { Link } from "../i18n/navigation";
import { BrandMark } from "./brand-mark";
import { CurrencyChoice } from "./currency-choice";
import { ReferenceLink } from "./reference-link";
import type { MenuShelf } from "./site-head";

type SiteFootProps = { shelves: MenuShelf[]; currency: Currency };

export const SiteFoot = ({ shelves, currency }: SiteFootProps) => {
  const t = useTranslations("shop");
  return (
    <footer className="site-foot">
      <div className="wrap">
        <div className="site-foot__cols">
          <div>
            <p className="brand">
              <BrandMark />
              <span lang="ko">장터</span>
            </p>
            <p className="measure">{t("about")}</p>
            <CurrencyChoice chosen={currency} />
          </div>
          <nav aria-label={t("browse")}>
            <h2>{t("browse")}</h2>
            <ul>
              {shelves.map(({ slug, name }) => (
                <li key={slug}>
                  <Link href={`/categories/${slug}`}>{name}</Link>
                </li>
              ))}
              <li>
                <Link href="/collections">{t("collections")}</Link>
              </li>
            </ul>
          </nav>
          <nav aria-label={t("mine")}>
            <h2>{t("mine")}</h2>
            <ul>
              <li>
                <Link href="/login">{t("login")}</Link>
              </li>
              <li>
                <Link href="/signup">{t("signup")}</Link>
              </li>
              <li>
                <Link href="/account">{t("account")}</Link>
              </li>
              <li>
                <Link href="/orders/find">{t("findOrder")}</Link>
              </li>
            </ul>
          </nav>
          <nav aria-label={t("developers")}>
            <h2>{t("developers")}</h2>
            <ul>
              <li>
                <Link href="/developers">{t("api")}</Link>
              </li>
              <li>
                <ReferenceLink>{t("reference")}</ReferenceLink>
              </li>
            </ul>
          </nav>
        </div>
        <p className="site-foot__legal">
          <span>{t("legal.name")}</span>
          <span>{t("legal.representative")}</span>
          <span>{t("legal.registration")}</span>
        </p>
      </div>
    </footer>
  );
};
