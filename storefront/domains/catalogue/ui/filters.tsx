import { useTranslations } from "next-intl";

import { Button } from "../../../ui/button";
import { cssVars } from "../../../ui/css-vars";
import { Icon } from "../../../ui/icon";
import { type Choices, matches, tally } from "../choices";
import type { ProductSummary } from "../product";
import { glazeName } from "./glaze-name";

type Option = { value: string; label: string; count: number; glaze?: string };

const Options = ({
  legend,
  name,
  options,
  chosen,
}: {
  legend: string;
  name: string;
  options: Option[];
  chosen: string | null;
}) => (
  <fieldset>
    <legend>{legend}</legend>
    <div>
      {options.map(({ value, label, count, glaze }) => (
        <label key={value} className="check">
          <input type="radio" name={name} value={value} defaultChecked={value === (chosen ?? "")} />
          {glaze && <span className="dot" style={cssVars({ g: `var(--glaze-${glaze})` })} />}
          {label}
          <span className="num">{count}</span>
        </label>
      ))}
    </div>
  </fieldset>
);

/** A plain form: its answer is an address, so it needs no JavaScript and can be sent to a friend. */
export const Filters = ({ pieces, choices }: { pieces: ProductSummary[]; choices: Choices }) => {
  const t = useTranslations("catalogue");
  const inCategory = pieces.filter(matches({ category: choices.category, glaze: null }));
  const ofGlaze = pieces.filter(matches({ category: null, glaze: choices.glaze }));
  const names = new Map(pieces.map(({ category }) => [category.slug, category.name]));
  const all = (count: number) => ({ value: "", label: t("all"), count });
  const categories = tally(pieces, (piece) => piece.category.slug).map(({ key }) => ({
    value: key,
    label: names.get(key) ?? key,
    count: ofGlaze.filter((piece) => piece.category.slug === key).length,
  }));
  const glazes = tally(pieces, (piece) => piece.glaze).map(({ key }) => ({
    value: key,
    label: glazeName(t, key),
    count: inCategory.filter((piece) => piece.glaze === key).length,
    glaze: key,
  }));
  return (
    <form
      className="filters"
      id="filters"
      popover="auto"
      aria-label={t("filter")}
      key={`${choices.category} ${choices.glaze}`}
    >
      <button className="icon-btn" type="button" popoverTarget="filters" aria-label={t("close")}>
        <Icon name="close" />
      </button>
      <Options
        legend={t("category")}
        name="category"
        options={[all(ofGlaze.length), ...categories]}
        chosen={choices.category}
      />
      <Options
        legend={t("glaze")}
        name="glaze"
        options={[all(inCategory.length), ...glazes]}
        chosen={choices.glaze}
      />
      {choices.sort !== "featured" && <input type="hidden" name="sort" value={choices.sort} />}
      {choices.view === "scale" && <input type="hidden" name="view" value="scale" />}
      <Button type="submit" wide>
        {t("filterNow")}
      </Button>
    </form>
  );
};
