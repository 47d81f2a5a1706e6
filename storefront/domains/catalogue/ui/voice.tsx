import { useTranslations } from "next-intl";

import { Link } from "../../../i18n/navigation";
import { cssVars } from "../../../ui/css-vars";
import { Picture } from "../../../ui/picture";
import { listingHref } from "../choices";
import type { ProductSummary } from "../product";
import { tally } from "../stage";
import { glazeName } from "./glaze-name";

const Glazes = ({ pieces }: { pieces: ProductSummary[] }) => {
  const t = useTranslations("catalogue");
  return (
    <div>
      <h2 className="sr">{t("byGlaze")}</h2>
      <div className="glazes">
        {tally(pieces, (piece) => piece.glaze).map(({ key: glaze, count }) => (
          <Link key={glaze} href={listingHref({ attributes: [`glaze:${glaze}`] })}>
            <span className="tile" style={cssVars({ g: `var(--glaze-${glaze})` })} />
            <span>{glazeName(t, glaze)}</span>
            <span className="num faint small">{t("number", { count })}</span>
          </Link>
        ))}
      </div>
    </div>
  );
};

/** A maker speaks beside the jar of which they speak; next to it the glazes to choose from. */
export const Voice = ({
  jar,
  pieces,
}: {
  jar: ProductSummary | undefined;
  pieces: ProductSummary[];
}) => {
  const t = useTranslations("home");
  return (
    <section className="wrap section voice" aria-label={t("voiceLabel")}>
      <figure>
        <blockquote>{t("quote")}</blockquote>
        <figcaption>
          {jar?.picture && <Picture picture={jar.picture} />}
          <span>{t("speaker")}</span>
        </figcaption>
      </figure>
      {pieces.length > 0 && <Glazes pieces={pieces} />}
    </section>
  );
};
