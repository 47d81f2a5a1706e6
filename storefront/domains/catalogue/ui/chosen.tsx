import { formatMoney } from "@jangteo/shared/money";
import { useLocale, useTranslations } from "next-intl";

import { Link } from "../../../i18n/navigation";
import { Icon } from "../../../ui/icon";
import { type Choices, isFiltered, listingHref } from "../choices";
import type { Facets } from "../product";
import { glazeName } from "./glaze-name";

const nameIn = (facets: Facets, code: string, value: string) =>
  facets.attributes
    .find((attribute) => attribute.code === code)
    ?.values.find((one) => one.code === value)?.name;

/** What is filtered by, each with the address without it. */
export const Chosen = ({ choices, facets }: { choices: Choices; facets: Facets }) => {
  const t = useTranslations("catalogue");
  const locale = useLocale();
  if (!isFiltered(choices)) return null;
  const start = { ...choices, after: null };
  const won = (amount: number) => formatMoney({ amount, currency: "KRW" }, locale);
  const { minPrice, maxPrice } = choices;
  const chips = [
    ...choices.attributes.map((one) => {
      const [code = "", value = ""] = one.split(":");
      return {
        label: nameIn(facets, code, value) ?? glazeName(t, value),
        without: { attributes: choices.attributes.filter((other) => other !== one) },
      };
    }),
    ...(minPrice === null
      ? []
      : [{ label: t("from", { price: won(minPrice) }), without: { minPrice: null } }]),
    ...(maxPrice === null
      ? []
      : [{ label: t("upTo", { price: won(maxPrice) }), without: { maxPrice: null } }]),
    ...(choices.available ? [{ label: t("availableOnly"), without: { available: false } }] : []),
  ];
  return (
    <ul className="chips" aria-label={t("chosen")}>
      {chips.map(({ label, without }) => (
        <li key={label}>
          <Link className="chip" href={listingHref({ ...start, ...without })}>
            {label}
            <Icon name="close" />
            <span className="sr">{t("removeFilter")}</span>
          </Link>
        </li>
      ))}
      <li>
        <Link
          className="chips__clear"
          href={listingHref({ q: choices.q, category: choices.category, view: choices.view })}
        >
          {t("clear")}
        </Link>
      </li>
    </ul>
  );
};
