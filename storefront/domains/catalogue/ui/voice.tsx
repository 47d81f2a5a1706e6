import { useTranslations } from "next-intl";

import { Link } from "../../../i18n/navigation";
import { cssVars } from "../../../ui/css-vars";
import { Picture } from "../../../ui/picture";
import { listingHref } from "../choices";
import type { Home } from "../home";

type VoiceProps = Pick<Home, "jar" | "glazes">;

const Glazes = ({ glazes }: Pick<VoiceProps, "glazes">) => {
  const t = useTranslations("catalogue");
  return (
    <div>
      <h2 className="sr">{t("byGlaze")}</h2>
      <div className="glazes">
        {glazes.map(({ code, name, count }) => (
          <Link key={code} href={listingHref({ attributes: [`glaze:${code}`] })}>
            <span className="tile" style={cssVars({ g: `var(--glaze-${code})` })} />
            <span>{name}</span>
            <span className="num faint small">{t("number", { count })}</span>
          </Link>
        ))}
      </div>
    </div>
  );
};

/** A maker speaks beside the jar of which they speak; next to it the glazes to choose from. */
export const Voice = ({ jar, glazes }: VoiceProps) => {
  const t = useTranslations("home");
  return (
    <section className="wrap section voice" aria-label={t("voiceLabel")}>
      <figure>
        <blockquote>{t("quote")}</blockquote>
        <figcaption>
          {jar?.picture && <Picture picture={jar.picture} sizes="9rem" />}
          <span>{t("speaker")}</span>
        </figcaption>
      </figure>
      {glazes.length > 0 && <Glazes glazes={glazes} />}
    </section>
  );
};
