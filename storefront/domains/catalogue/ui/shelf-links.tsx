import { useTranslations } from "next-intl";

import { Link } from "../../../i18n/navigation";
import { cssVars } from "../../../ui/css-vars";
import { type Choices, listingHref } from "../choices";
import type { CategoryNode, Facets } from "../product";
import { below, pathTo } from "../tree";

type ShelfLinksProps = { facets: Facets; tree: readonly CategoryNode[]; choices: Choices };
type ShelfLink = { slug: string | null; label: string; count: number | undefined; depth: number };

/** The tree as far as it is open: the first level, and what is below the chosen one and its parents. */
const shelvesOf = ({ facets, tree, choices }: ShelfLinksProps): ShelfLink[] => {
  const open = pathTo(tree, choices.category).map(({ slug }) => slug);
  const counts = new Map(facets.categories.map(({ code, count }) => [code, count]));
  const level = (parent: string | null, depth: number): ShelfLink[] =>
    below(tree, parent)
      .filter(({ slug, count }) => count > 0 || open.includes(slug))
      .flatMap(({ slug, name }) => [
        { slug, label: name, count: counts.get(slug), depth },
        ...(open.includes(slug) ? level(slug, depth + 1) : []),
      ]);
  return level(null, 0);
};

/** The shelves as addresses of their own; what else is chosen stays chosen. */
export const ShelfLinks = ({ facets, tree, choices }: ShelfLinksProps) => {
  const t = useTranslations("catalogue");
  const { available, soldOut } = facets.availability;
  const count = choices.category === null ? available + soldOut : undefined;
  const all = { slug: null, label: t("all"), count, depth: 0 };
  return (
    <nav className="filters__shelves" aria-label={t("category")}>
      <p aria-hidden="true">{t("category")}</p>
      <ul>
        {[all, ...shelvesOf({ facets, tree, choices })].map((shelf) => (
          <li key={shelf.slug}>
            <Link
              href={listingHref({ ...choices, category: shelf.slug, after: null })}
              aria-current={shelf.slug === choices.category ? "page" : undefined}
              style={cssVars({ depth: shelf.depth })}
            >
              {shelf.label} <span className="num faint">{shelf.count}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
};
