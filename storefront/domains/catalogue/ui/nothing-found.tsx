import { useTranslations } from "next-intl";

import { Link } from "../../../i18n/navigation";
import { EmptyShelf } from "../../../ui/empty-shelf";
import { type Choices, isFiltered, listingHref } from "../choices";
import type { CategoryNode } from "../product";
import { below } from "../tree";

/** An empty shelf that says why, and where else to look. */
export const NothingFound = ({
  choices,
  tree,
}: {
  choices: Choices;
  tree: readonly CategoryNode[];
}) => {
  const t = useTranslations("catalogue");
  const { q } = choices;
  const filtered = isFiltered(choices) || choices.category !== null || choices.collection !== null;
  return (
    <EmptyShelf>
      <h2>{q === null ? t("none") : t("noneFor", { q })}</h2>
      <p className="soft">{filtered ? t("noneHow") : t("noneForHow")}</p>
      {filtered && (
        <p>
          <Link href={listingHref({ q })}>{q === null ? t("clear") : t("searchAll")}</Link>
        </p>
      )}
      <nav aria-label={t("otherShelves")}>
        <ul className="chips">
          {below(tree, null).map(({ slug, name }) => (
            <li key={slug}>
              <Link className="chip" href={listingHref({ category: slug })}>
                {name}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </EmptyShelf>
  );
};
