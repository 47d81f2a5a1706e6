import { useTranslations } from "next-intl";

import { Link } from "../../../i18n/navigation";

type Counts = Record<"active" | "draft" | "archived" | "soldOut" | "low", number>;

const figures = [
  ["active", "?view=active"],
  ["draft", "?view=draft"],
  ["low", "?view=low"],
  ["soldOut", "?view=gone"],
] as const;

/** How the shelves stand now; each figure leads to what it counts. */
export const Figures = ({ counts }: { counts: Counts }) => {
  const t = useTranslations("admin.figures");
  return (
    <dl className="figures">
      {figures.map(([figure, search]) => (
        <div key={figure}>
          <dt>{t(`${figure}.name`)}</dt>
          <dd className="big">
            <Link href={`/admin/products${search}`}>{t("count", { count: counts[figure] })}</Link>
          </dd>
          <dd className="delta">{t(`${figure}.about`)}</dd>
        </div>
      ))}
    </dl>
  );
};
