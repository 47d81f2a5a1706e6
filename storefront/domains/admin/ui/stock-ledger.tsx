import { getFormatter, getTranslations } from "next-intl/server";

import type { Stock, Vocabulary } from "../queries";

type Props = { stock: Stock; locations: Vocabulary["locations"] };

const nameIn = (locations: Vocabulary["locations"], code: string) =>
  locations.find((one) => one.code === code)?.name ?? code;

export const StockLevels = async ({ stock, locations }: Props) => {
  const t = await getTranslations("admin.stock");
  return (
    <table className="ledger">
      <caption>{t("levels")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("location")}</th>
          <th scope="col" className="end">
            {t("onHand")}
          </th>
          <th scope="col" className="end">
            {t("reserved")}
          </th>
          <th scope="col" className="end">
            {t("free")}
          </th>
        </tr>
      </thead>
      <tbody>
        {stock.levels.map(({ location, onHand, reserved, free }) => (
          <tr key={location}>
            <th scope="row">{nameIn(locations, location)}</th>
            <td className="end">{onHand}</td>
            <td className="end">{reserved}</td>
            <td className="end">{free}</td>
          </tr>
        ))}
        {stock.levels.length === 0 && (
          <tr>
            <td colSpan={4}>{t("never")}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
};

/** What came and went, the newest first. */
export const Movements = async ({ stock, locations }: Props) => {
  const t = await getTranslations("admin.stock");
  const format = await getFormatter();
  if (stock.movements.length === 0) return null;
  return (
    <div className="scroll-x">
      <table className="ledger">
        <caption>{t("movements")}</caption>
        <thead>
          <tr>
            <th scope="col" aria-sort="descending">
              {t("at")}
            </th>
            <th scope="col">{t("kind")}</th>
            <th scope="col" className="hide-phone">
              {t("location")}
            </th>
            <th scope="col" className="end">
              {t("change")}
            </th>
          </tr>
        </thead>
        <tbody>
          {stock.movements.map(({ id, at, kind, location, quantity }) => (
            <tr key={id}>
              <td>
                <time dateTime={at}>
                  {format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" })}
                </time>
              </td>
              <td>{t(`kinds.${kind}`)}</td>
              <td className="hide-phone">{nameIn(locations, location)}</td>
              <td className="end">{format.number(quantity, { signDisplay: "always" })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
