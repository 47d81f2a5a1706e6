import { useTranslations } from "next-intl";

import { Link } from "../../../i18n/navigation";
import { Icon } from "../../../ui/icon";
import { type Choices, listingHref, sortsOf } from "../choices";

/** How many, in which order, and as pictures or at true size: links, because each is an address. */
export const ListingBar = ({ count, choices }: { count: number; choices: Choices }) => {
  const t = useTranslations("catalogue");
  const [own, ...others] = sortsOf(choices);
  return (
    <div className="list-bar">
      <button className="btn phone-only" type="button" popoverTarget="filters">
        <Icon name="filter" />
        {t("filter")}
      </button>
      <output className="small">{t("count", { count })}</output>
      <nav className="segment" aria-label={t("viewLabel")}>
        {(["pictures", "scale"] as const).map((view) => (
          <Link
            key={view}
            href={listingHref({ ...choices, view })}
            aria-current={view === choices.view ? "true" : undefined}
          >
            {t(`views.${view}`)}
          </Link>
        ))}
      </nav>
      <nav className="sorts" aria-label={t("sortLabel")}>
        {[{ name: own, sort: null }, ...others.map((sort) => ({ name: sort, sort }))].map(
          ({ name, sort }) =>
            name && (
              <Link
                key={name}
                href={listingHref({ ...choices, sort, after: null })}
                aria-current={sort === choices.sort ? "true" : undefined}
              >
                {t(`sorts.${name}`)}
              </Link>
            ),
        )}
      </nav>
    </div>
  );
};
