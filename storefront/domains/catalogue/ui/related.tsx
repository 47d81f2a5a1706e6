import { useTranslations } from "next-intl";

import type { ProductSummary } from "../product";
import { Shelf } from "./shelf";

/** What goes with the piece. */
export const Related = ({ pieces }: { pieces: ProductSummary[] }) => {
  const t = useTranslations("catalogue");
  if (pieces.length === 0) return null;
  return (
    <section className="wrap section" aria-labelledby="related">
      <div className="section__head">
        <h2 id="related">{t("related")}</h2>
      </div>
      <Shelf pieces={pieces} view="pictures" room="page" />
    </section>
  );
};
