import { useTranslations } from "next-intl";

import { Link } from "../../../i18n/navigation";
import type { ProductSummary } from "../product";
import { Ledger } from "./ledger";

/** What came out of the kiln and how much of it is left. */
export const Firing = ({ pieces }: { pieces: ProductSummary[] }) => {
  const t = useTranslations("home");
  const left = pieces.reduce((sum, piece) => sum + piece.stock, 0);
  return (
    <section className="wrap section split-ledger" id="firing" aria-labelledby="firing-title">
      <div>
        <h2 id="firing-title">{t("firing")}</h2>
        <p className="soft">{t("firingText")}</p>
        <p className="small faint">{t("firingLeft", { kinds: pieces.length, left })}</p>
        <p>
          <Link href="/products">{t("firingAll")}</Link>
        </p>
      </div>
      <Ledger caption={t("firingCaption")} pieces={pieces} />
    </section>
  );
};
