import { useTranslations } from "next-intl";

import { Link } from "../../../i18n/navigation";
import { buttonClass } from "../../../ui/button";
import { type Choices, listingHref } from "../choices";
import type { ProductList } from "../product";

/** The way on, and back to the start; nothing where all is shown. */
export const Paging = ({
  list: { items, total, next },
  choices,
}: {
  list: ProductList;
  choices: Choices;
}) => {
  const t = useTranslations("catalogue");
  if (next === null && choices.after === null) return null;
  return (
    <nav className="more" aria-label={t("pages")}>
      <p className="small faint">{t("shownOf", { shown: items.length, total })}</p>
      {next !== null && (
        <Link className={buttonClass()} rel="next" href={listingHref({ ...choices, after: next })}>
          {t("nextPieces")}
        </Link>
      )}
      {choices.after !== null && (
        <Link href={listingHref({ ...choices, after: null })}>{t("fromStart")}</Link>
      )}
    </nav>
  );
};
