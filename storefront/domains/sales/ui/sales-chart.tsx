import { formatMoney } from "@jangteo/shared/money";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { CSSProperties } from "react";

import type { SalesFigures } from "../figures";
import { linesUpTo } from "../lines";

type ChartProps = { figures: SalesFigures };
type Day = SalesFigures["days"][number];

const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(2)}%`;
/** Custom properties are styles, though the types of styles do not know them. */
const drawn = (properties: Record<`--${string}`, string>) => properties as CSSProperties;

const useWords = () => {
  const locale = useLocale();
  const format = useFormatter();
  return {
    money: (day: Day) => formatMoney(day.total, locale),
    /** Few characters: it stands beside a line, or above a bar. */
    short: (amount: number, { currency }: Day["total"]) =>
      locale === "ko" && currency === "KRW"
        ? `${format.number(amount, { notation: "compact", maximumFractionDigits: 1 })} 원`
        : format.number(currency === "KRW" ? amount : amount / 100, {
            ...{ style: "currency", currency, notation: "compact", maximumFractionDigits: 1 },
          }),
    date: (day: Day) =>
      format.dateTime(new Date(`${day.date}T00:00:00+09:00`), { dateStyle: "medium" }),
  };
};

const Table = ({ figures }: ChartProps) => {
  const t = useTranslations("admin.chart");
  const { money, date } = useWords();
  return (
    <details>
      <summary className="small">{t("table")}</summary>
      <div className="scroll-x">
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col">{t("day")}</th>
              <th scope="col" className="end">
                {t("orders")}
              </th>
              <th scope="col" className="end">
                {t("sold")}
              </th>
            </tr>
          </thead>
          <tbody>
            {figures.days.map((day) => (
              <tr key={day.date}>
                <th scope="row">
                  <time dateTime={day.date}>{date(day)}</time>
                </th>
                <td className="end num">{day.orders}</td>
                <td className="end num">{money(day)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
};

/** What was sold day by day, as bars, each beside the day so many days before. */
export const SalesChart = ({ figures }: ChartProps) => {
  const t = useTranslations("admin.chart");
  const { money, short, date } = useWords();
  const { days, before } = figures;
  const [last] = days.slice(-1);
  if (!last || days.length < 2) return null;
  const amounts = [...days, ...before].map(({ total }) => total.amount);
  const lines = linesUpTo(Math.max(...amounts));
  const top = lines.at(-1) ?? 1;
  const best = days.reduce((one, day) => (day.total.amount > one.total.amount ? day : one), last);
  const over = days.slice(0, -1);
  const least = over.reduce((one, day) => (day.total.amount < one.total.amount ? day : one));
  return (
    <section aria-labelledby="sold">
      <div className="admin__top chart__head">
        <h2 id="sold">{t("title")}</h2>
        <p className="key" aria-hidden="true">
          <span>
            <i />
            {t("these", { days: days.length })}
          </span>
          <span>
            <i className="today" />
            {t("today")}
          </span>
          <span>
            <i className="prev" />
            {t("previous", { days: days.length })}
          </span>
        </p>
      </div>
      <div className="chart">
        <p className="sr">
          {t("told", {
            ...{ days: days.length, best: date(best), most: money(best) },
            ...{ worst: date(least), least: money(least) },
          })}
        </p>
        <div className="chart__plot" aria-hidden="true">
          {lines.map((line) => (
            <div className="chart__grid" key={line} style={drawn({ "--y": percent(line, top) })}>
              <span>{short(line, last.total)}</span>
            </div>
          ))}
          <div className="chart__bars">
            {days.map((day, at) => (
              <div
                key={day.date}
                className={day === last ? "today" : undefined}
                style={drawn({
                  "--v": percent(day.total.amount, top),
                  "--p": percent(before[at]?.total.amount ?? 0, top),
                })}
              >
                <i />
                {(before[at]?.total.amount ?? 0) > 0 && <u />}
                {day === best && day.total.amount > 0 && (
                  <em>{short(day.total.amount, day.total)}</em>
                )}
              </div>
            ))}
          </div>
        </div>
        <p
          className={`chart__days${days.length > 31 ? " chart__days--many" : ""}`}
          aria-hidden="true"
        >
          {days.map((day) => (
            <span key={day.date}>{Number(day.date.slice(8))}</span>
          ))}
        </p>
        <Table figures={figures} />
      </div>
    </section>
  );
};
