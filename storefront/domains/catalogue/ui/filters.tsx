import { useTranslations } from "next-intl";

import { Button } from "../../../ui/button";
import { Icon } from "../../../ui/icon";
import { type Choices, listingHref } from "../choices";
import type { CategoryNode, Facets } from "../product";
import { Options } from "./options";
import { PriceRange } from "./price-range";
import { ShelfLinks } from "./shelf-links";

type FiltersProps = { facets: Facets; tree: readonly CategoryNode[]; choices: Choices };

/** A plain form: its answer is an address, so it needs no JavaScript and can be sent to a friend. */
export const Filters = ({ facets, tree, choices }: FiltersProps) => {
  const t = useTranslations("catalogue");
  const { q, category, collection, sort, view } = choices;
  const kept = Object.entries({
    q,
    category: collection === null ? null : category,
    sort,
    view: view === "scale" ? view : null,
  });
  const inStock = {
    value: "available",
    label: t("availableOnly"),
    count: facets.availability.available,
  };
  return (
    <form
      className="filters"
      id="filters"
      popover="auto"
      aria-label={t("filter")}
      key={listingHref(choices)}
    >
      <button className="icon-btn" type="button" popoverTarget="filters" aria-label={t("close")}>
        <Icon name="close" />
      </button>
      <ShelfLinks facets={facets} tree={tree} choices={choices} />
      {facets.attributes.map(({ code, name, values }) => (
        <Options
          key={code}
          legend={name}
          name="attribute"
          options={values.map((value) => ({
            value: `${code}:${value.code}`,
            label: value.name,
            count: value.count,
            ...(code === "glaze" && { glaze: value.code }),
          }))}
          chosen={choices.attributes}
        />
      ))}
      <PriceRange choices={choices} found={facets.price} />
      <Options
        legend={t("availability")}
        name="availability"
        options={[inStock]}
        chosen={choices.available ? ["available"] : []}
      />
      {kept.map(
        ([name, value]) =>
          value !== null && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <Button type="submit" wide>
        {t("filterNow")}
      </Button>
    </form>
  );
};
