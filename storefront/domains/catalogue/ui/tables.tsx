import { formatMoney } from "@jangteo/shared/money";
import { useLocale, useTranslations } from "next-intl";

import { Link } from "../../../i18n/navigation";
import { type Dish, TableTop } from "../../../ui/table-top";
import { listingHref } from "../choices";
import type { Home } from "../home";

const bowls: Dish[] = [
  { x: 210, y: 230, radius: 88, glaze: "porcelain", filled: "#f6efdc" },
  { x: 398, y: 218, radius: 100, glaze: "celadon", filled: "#b98b4e" },
  { x: 560, y: 150, radius: 48, glaze: "porcelain", filled: "#8e4a2c" },
  { x: 556, y: 286, radius: 56, glaze: "buncheong", filled: "#7d8f5a" },
  { x: 120, y: 400, radius: 62, glaze: "ash", filled: "#c9b48a" },
  { x: 292, y: 410, radius: 70, glaze: "buncheong", filled: "#d8cdb6" },
  { x: 470, y: 420, radius: 64, glaze: "celadon", filled: "#cfd9c4" },
];

const tea: Dish[] = [
  { x: 180, y: 120, radius: 66, glaze: "celadon", filled: "#8aab9b" },
  { x: 330, y: 90, radius: 36, glaze: "porcelain", filled: "#b7ad6d" },
  { x: 425, y: 140, radius: 36, glaze: "porcelain", filled: "#b7ad6d" },
  { x: 330, y: 185, radius: 36, glaze: "porcelain", filled: "#b7ad6d" },
];

const jars: Dish[] = [
  { x: 150, y: 130, radius: 72, glaze: "onggi", filled: "#402317" },
  { x: 285, y: 95, radius: 40, glaze: "tenmoku", filled: "#26231f" },
  { x: 345, y: 178, radius: 34, glaze: "ash", filled: "#665438" },
  { x: 450, y: 120, radius: 60, glaze: "onggi", filled: "#94603f" },
];

const tables = [
  { category: "bowls", dishes: bowls, size: [640, 540] },
  { category: "tea", dishes: tea, size: [560, 250] },
  { category: "jars", dishes: jars, size: [560, 250] },
] as const;

type Shelf = Home["shelves"][number];

const Count = ({ total, lowest }: Shelf) => {
  const t = useTranslations("home");
  const locale = useLocale();
  if (!lowest) return null;
  return <small>{t("tableCount", { count: total, price: formatMoney(lowest, locale) })}</small>;
};

/** Three ways in for those who lay a table rather than pick a piece; those that the shop has. */
export const Tables = ({ shelves }: { shelves: Shelf[] }) => {
  const t = useTranslations("home");
  const laid = tables.flatMap((table) => {
    const shelf = shelves.find(({ category, total }) => category === table.category && total > 0);
    return shelf ? [{ ...table, shelf }] : [];
  });
  if (laid.length === 0) return null;
  return (
    <section className="wrap section" aria-labelledby="tables">
      <div className="section__head">
        <h2 id="tables">{t("tables")}</h2>
        <p>{t("tablesText")}</p>
      </div>
      <div className="tables">
        {laid.map(({ category, dishes, size, shelf }) => (
          <Link key={category} href={listingHref({ category })}>
            <TableTop dishes={dishes} size={size} label={t(`table.${category}.seen`)} />
            <span>
              <b>{t(`table.${category}.title`)}</b>
              <Count {...shelf} />
            </span>
          </Link>
        ))}
      </div>
    </section>
  );
};
