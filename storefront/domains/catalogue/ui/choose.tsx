import type { Variant } from "@jangteo/product/contract";
import { useTranslations } from "next-intl";

import { Link } from "../../../i18n/navigation";
import { cssVars } from "../../../ui/css-vars";
import type { Product } from "../product";
import { choicesOf } from "../variants";

/** A product's options as tiles; each is an address, so that a choice can be sent to a friend. */
export const Choose = ({ piece, chosen }: { piece: Product; chosen: Variant }) => {
  const t = useTranslations("catalogue");
  return choicesOf(piece, chosen).map(({ code, name, values }) => (
    <nav key={code} className="choose" aria-label={name}>
      <p className="small" aria-hidden="true">
        {name}
      </p>
      <ul className="tiles">
        {values.map((value) => (
          <li key={value.code}>
            <Link
              className={value.isSoldOut ? "tile-link tile-link--out" : "tile-link"}
              href={value.href}
              replace
              scroll={false}
              aria-current={value.isChosen ? "true" : undefined}
            >
              {code === "glaze" && (
                <span className="dot" style={cssVars({ g: `var(--glaze-${value.code})` })} />
              )}
              {value.name}
              {value.isSoldOut && <span className="sr"> {t("soldOut")}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  ));
};
