import { formatMoney } from "@jangteo/shared/money";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";

import { endPrice } from "../actions/prices";
import { phaseOf } from "../price-form";
import type { Product, Variant } from "../queries";
import { freshState } from "../values";
import { ActButton } from "./act-button";
import { AdminForm } from "./admin-form";
import { adminWords } from "./admin-words";

type Props = { product: Product; variant: Variant };

/** What is in force and what is to come, each with a way to end it. */
export const PriceLedger = async ({ product, variant }: Props) => {
  const t = await getTranslations("admin.prices");
  const format = await getFormatter();
  const locale = await getLocale();
  const now = new Date();
  const at = (time: string) =>
    format.dateTime(new Date(time), { dateStyle: "medium", timeStyle: "short" });
  if (variant.prices.length === 0) return <p className="soft">{t("none")}</p>;
  return (
    <AdminForm
      name="ending"
      action={endPrice}
      initial={freshState()}
      words={await adminWords()}
      hidden={{ _product: product.id, _variant: variant.id }}
    >
      <div className="scroll-x">
        <table className="ledger ledger--fold">
          <caption>{t("caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("kind")}</th>
              <th scope="col">{t("state")}</th>
              <th scope="col">{t("from")}</th>
              <th scope="col" className="end">
                {t("amount")}
              </th>
              <th scope="col" className="end">
                <span className="sr">{t("act")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {variant.prices.map((price) => {
              const money = formatMoney(price, locale);
              const kind = t(price.list);
              return (
                <tr key={price.id}>
                  <th scope="row">
                    {kind}
                    {price.minQuantity > 1 && (
                      <small className="faint">
                        {" "}
                        {t("fromUnits", { units: price.minQuantity })}
                      </small>
                    )}
                  </th>
                  <td>
                    {phaseOf(price, now) === "now" ? (
                      <span className="status status--done">{t("inForce")}</span>
                    ) : (
                      <span className="status">{t("toCome")}</span>
                    )}
                  </td>
                  <td>
                    <time dateTime={price.startsAt}>{at(price.startsAt)}</time>
                    {price.endsAt !== null && (
                      <>
                        {" – "}
                        <time dateTime={price.endsAt}>{at(price.endsAt)}</time>
                      </>
                    )}
                  </td>
                  <td className="end">{money}</td>
                  <td className="end">
                    <ActButton act={price.id} look="quiet" label={t("endNamed", { kind, money })}>
                      {t("end")}
                    </ActButton>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </AdminForm>
  );
};
