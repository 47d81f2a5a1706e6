import { formatMoney } from "@jangteo/shared/money";
import { getLocale, getTranslations } from "next-intl/server";

import { Link } from "../../../i18n/navigation";
import { phaseOf } from "../price-form";
import type { Product, Variant } from "../queries";
import { Left } from "./product-state";

const unitPrice = ({ prices }: Variant, now: Date) => {
  const standing = prices.filter(
    (one) => one.currency === "KRW" && one.minQuantity === 1 && phaseOf(one, now) === "now",
  );
  return standing.find(({ list }) => list === "sale") ?? standing[0];
};

export const choiceOf = (
  { options }: Pick<Product, "options">,
  { selection }: Pick<Variant, "selection">,
  locale: "ko" | "en",
) =>
  options
    .map(({ code, values }) => {
      const chosen = selection.find(({ option }) => option === code)?.value;
      return values.find((value) => value.code === chosen)?.name[locale];
    })
    .filter(Boolean)
    .join(", ");

/** Every variant with its choice, price and stock, each leading to where it is changed. */
export const VariantLedger = async ({ product }: { product: Product }) => {
  const t = await getTranslations("admin.variants");
  const locale = await getLocale();
  const home = `/admin/products/${product.id}/variants`;
  const now = new Date();
  return (
    <div className="scroll-x">
      <table className="ledger">
        <caption>{t("caption", { count: product.variants.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("sku")}</th>
            {product.options.length > 0 && <th scope="col">{t("choice")}</th>}
            <th scope="col" className="hide-phone">
              {t("size")}
            </th>
            <th scope="col" className="end">
              {t("price")}
            </th>
            <th scope="col" className="end">
              {t("left")}
            </th>
          </tr>
        </thead>
        <tbody>
          {product.variants.map((variant) => {
            const price = unitPrice(variant, now);
            const { id, sku, width, height, depth } = variant;
            return (
              <tr key={id}>
                <th scope="row">
                  <Link href={`${home}/${id}`}>{sku}</Link>
                </th>
                {product.options.length > 0 && <td>{choiceOf(product, variant, locale)}</td>}
                <td className="hide-phone nowrap">
                  {width} × {height} × {depth} mm
                </td>
                <td className="end">
                  <Link className="nowrap" href={`${home}/${id}/prices`}>
                    {price ? formatMoney(price, locale) : t("noPrice")}
                    <span className="sr"> {t("priceOf", { sku })}</span>
                  </Link>
                </td>
                <td className="end">
                  <Link href={`${home}/${id}/stock`}>
                    <Left units={variant.free} />
                    <span className="sr"> {t("stockOf", { sku })}</span>
                  </Link>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
};
