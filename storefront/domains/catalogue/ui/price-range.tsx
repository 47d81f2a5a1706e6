import { wholeUnits } from "@jangteo/shared/money";
import { useTranslations } from "next-intl";

import type { Choices } from "../choices";
import type { Facets } from "../product";

type PriceRangeProps = { choices: Choices; found: Facets["price"] };

/** From and to, with what there is as an example. */
export const PriceRange = ({ choices, found }: PriceRangeProps) => {
  const t = useTranslations("catalogue");
  const ends = [
    { name: "minPrice", label: t("priceFrom"), value: choices.minPrice, example: found?.lowest },
    { name: "maxPrice", label: t("priceTo"), value: choices.maxPrice, example: found?.highest },
  ];
  return (
    <fieldset>
      <legend>{t("priceRange", { currency: found?.lowest.currency ?? "KRW" })}</legend>
      <div className="range">
        {ends.map(({ name, label, value, example }) => (
          <input
            key={name}
            className="input num"
            name={name}
            aria-label={label}
            inputMode="numeric"
            pattern="[0-9]*"
            maxLength={12}
            autoComplete="off"
            defaultValue={value ?? undefined}
            placeholder={example && String(wholeUnits(example))}
          />
        ))}
      </div>
    </fieldset>
  );
};
