import type { Checkout } from "@jangteo/order/contract";
import { formatMoney } from "@jangteo/shared/money";
import { useLocale, useTranslations } from "next-intl";

import { Link } from "../../../i18n/navigation";
import { Ghost } from "../../../ui/empty-shelf";
import { Price } from "../../../ui/price";

type Line = Checkout["lines"][number];

const Thing = ({ line }: { line: Line }) => {
  const t = useTranslations("checkout");
  const { slug, name, options, picture, quantity, discounts, total } = line;
  return (
    <li className="line">
      <div className="line__pic">
        {picture ? (
          // oxlint-disable-next-line next/no-img-element -- the order keeps one file of it
          <img
            src={picture.url}
            alt=""
            width={picture.width}
            height={picture.height}
            loading="lazy"
          />
        ) : (
          <Ghost />
        )}
      </div>
      <Link className="line__name" href={`/products/${slug}`}>
        {name}
      </Link>
      <Price price={total} />
      <span className="faint line__options">{options.map(({ value }) => value).join(" · ")}</span>
      <div className="line__notes">
        <span>{t("units", { count: quantity })}</span>
        {discounts.map(({ promotion }) => (
          <span key={promotion}>{promotion}</span>
        ))}
      </div>
    </li>
  );
};

export const Things = ({ lines }: { lines: readonly Line[] }) => (
  <ul className="lines">
    {lines.map((line) => (
      <Thing key={line.id} line={line} />
    ))}
  </ul>
);

/** What it comes to, and how. */
export const Sums = ({ totals }: { totals: Checkout["totals"] }) => {
  const t = useTranslations("checkout.sums");
  const locale = useLocale();
  const { subtotal, discount, shipping, tax, taxIncluded, total } = totals;
  const money = (amount: typeof total) => formatMoney(amount, locale);
  const delivery = shipping && (shipping.amount === 0 ? t("free") : money(shipping));
  return (
    <>
      <dl className="sums">
        <div>
          <dt>{t("subtotal")}</dt>
          <dd>{money(subtotal)}</dd>
        </div>
        {discount.amount > 0 && (
          <div>
            <dt>{t("discount")}</dt>
            <dd>−{money(discount)}</dd>
          </div>
        )}
        <div>
          <dt>{t("shipping")}</dt>
          <dd>{delivery ?? t("unknown")}</dd>
        </div>
        {!taxIncluded && tax.amount > 0 && (
          <div>
            <dt>{t("tax")}</dt>
            <dd>{money(tax)}</dd>
          </div>
        )}
        <div className="total">
          <dt>{t("total")}</dt>
          <dd>{money(total)}</dd>
        </div>
      </dl>
      {taxIncluded && tax.amount > 0 && (
        <p className="tiny faint">{t("taxIncluded", { tax: money(tax) })}</p>
      )}
    </>
  );
};

/** What is bought, beside the form. */
export const Summary = ({ checkout: { lines, totals, coupons } }: { checkout: Checkout }) => {
  const t = useTranslations("checkout");
  return (
    <aside className="aside" aria-labelledby="summary">
      <h2 id="summary" tabIndex={-1}>
        {t("summary")}
      </h2>
      <Things lines={lines} />
      {coupons.map(({ code, name, applied }) => (
        <p key={code} className="small">
          {t(applied ? "coupon" : "couponIdle", { name: name ?? code })}
        </p>
      ))}
      <Sums totals={totals} />
    </aside>
  );
};
