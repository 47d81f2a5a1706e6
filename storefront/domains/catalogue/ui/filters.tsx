import { useTranslations } from "next-intl";

import { Button } from "../../../ui/button";
import { Icon } from "../../../ui/icon";
import { type Choices, listingHref } from "../choices";
import type { CategoryNode, Facets } from "../product";
import { below, pathTo } from "../tree";
import { type Option, Options } from "./options";
import { PriceRange } from "./price-range";

type FiltersProps = { facets: Facets; tree: readonly CategoryNode[]; choices: Choices };

/** The tree as far as it is open: the first level, and what is below the chosen one and its parents. */
const shelvesOf = ({ facets, tree, choices }: FiltersProps): Option[] => {
  const open = pathTo(tree, choices.category).map(({ slug }) => slug);
  const counts = new Map(facets.categories.map(({ code, count }) => [code, count]));
  const level = (parent: string | null, depth: number): Option[] =>
    below(tree, parent).flatMap(({ slug, name }) => [
      { value: slug, label: name, count: counts.get(slug), depth },
      ...(open.includes(slug) ? level(slug, depth + 1) : []),
    ]);
  return level(null, 0);
};

/** A plain form: its answer is an address, so it needs no JavaScript and can be sent to a friend. */
export const Filters = ({ facets, tree, choices }: FiltersProps) => {
  const t = useTranslations("catalogue");
  const { q, sort, view } = choices;
  const kept = Object.entries({ q, sort, view: view === "scale" ? view : null });
  const everywhere = choices.category === null ? facets.availability : null;
  const all = {
    value: "",
    label: t("all"),
    count: everywhere ? everywhere.available + everywhere.soldOut : undefined,
  };
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
      <Options
        legend={t("category")}
        name="category"
        type="radio"
        options={[all, ...shelvesOf({ facets, tree, choices })]}
        chosen={[choices.category ?? ""]}
      />
      {facets.attributes.map(({ code, name, values }) => (
        <Options
          key={code}
          legend={name}
          name="attribute"
          type="checkbox"
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
        type="checkbox"
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
