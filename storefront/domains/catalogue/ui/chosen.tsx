import { formatMoney, inMinorUnits } from "@jangteo/shared/money";
import { useLocale, useTranslations } from "next-intl";

import { Link } from "../../../i18n/navigation";
import { Icon } from "../../../ui/icon";
import { type Choices, isFiltered, listingHref, unfiltered } from "../choices";
import type { CategoryNode, Facets } from "../product";
import { glazeName } from "./glaze-name";

const nameIn = (facets: Facets, code: string, value: string) =>
  facets.attributes
    .find((attribute) => attribute.code === code)
    ?.values.find((one) => one.code === value)?.name;

type ChosenProps = { choices: Choices; facets: Facets; tree: readonly CategoryNode[] };

/** What is filtered by, each with the address without it. */
export const Chosen = ({ choices, facets, tree }: ChosenProps) => {
  const t = useTranslations("catalogue");
  const locale = useLocale();
  if (!isFiltered(choices)) return null;
  const start = { ...choices, after: null };
  const currency = facets.price?.lowest.currency ?? "KRW";
  const money = (whole: number) => formatMoney(inMinorUnits(whole, currency), locale);
  const part =
    choices.collection === null ? null : tree.find(({ slug }) => slug === choices.category);
  const { minPrice, maxPrice } = choices;
  const chips = [
    ...(part ? [{ label: part.name, without: { category: null } }] : []),
    ...choices.attributes.map((one) => {
      const [code = "", value = ""] = one.split(":");
      return {
        label: nameIn(facets, code, value) ?? glazeName(t, value),
        without: { attributes: choices.attributes.filter((other) => other !== one) },
      };
    }),
    ...(minPrice === null
      ? []
      : [{ label: t("from", { price: money(minPrice) }), without: { minPrice: null } }]),
    ...(maxPrice === null
      ? []
      : [{ label: t("upTo", { price: money(maxPrice) }), without: { maxPrice: null } }]),
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
          href={listingHref({ ...unfiltered(choices), view: choices.view })}
        >
          {t("clear")}
        </Link>
      </li>
    </ul>
  );
};
