import type { Db } from "@jangteo/shared/database";
import { orders } from "@jangteo/shared/schema/order/orders";
import { reviews } from "@jangteo/shared/schema/order/reviews";
import { returns } from "@jangteo/shared/schema/order/sales";
import { and, eq, gte, ne, sql } from "drizzle-orm";

import type { FiguresQuery, SalesDay, SalesFigures } from "./contract.ts";
import { isOpen } from "./returning.ts";

const day = 86_400_000;

/** The date in a time zone, as ISO 8601 writes it. */
const dateIn = (timeZone: string, at: Date) =>
  new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(at);

/** So many dates up to this one. */
const datesTo = (last: string, count: number) =>
  Array.from({ length: count }, (_, at) =>
    new Date(Date.parse(last) - (count - 1 - at) * day).toISOString().slice(0, 10),
  );

/** What was sold in the days up to now and in as many before them, and what waits for staff. */
export const readFigures = async (
  db: Db,
  { days, currency, timeZone }: FiguresQuery,
  now: Date,
): Promise<SalesFigures> => {
  const dates = datesTo(dateIn(timeZone, now), 2 * days);
  const since = sql`(${dates[0]}::timestamp at time zone ${timeZone})`;
  // The zone stands in the text once: as a parameter it would be another expression each time.
  const date = sql<string>`to_char(${orders.placedAt} at time zone ${sql.raw(`'${timeZone}'`)}, 'YYYY-MM-DD')`;
  const [sold, toShip, openReturns, openReviews] = await Promise.all([
    db
      .select({
        date,
        orders: sql<number>`count(*)::int`,
        total: sql<number>`sum(${orders.total})`.mapWith(Number),
      })
      .from(orders)
      .where(
        and(
          gte(orders.placedAt, since),
          eq(orders.currency, currency),
          ne(orders.state, "cancelled"),
        ),
      )
      .groupBy(date),
    db.$count(orders, eq(orders.state, "confirmed")),
    db.$count(returns, isOpen),
    db.$count(reviews, eq(reviews.state, "pending")),
  ]);
  const byDate = new Map(sold.map((one) => [one.date, one]));
  const told = dates.map((one): SalesDay => {
    const { orders: count = 0, total = 0 } = byDate.get(one) ?? {};
    return { date: one, orders: count, total: { amount: total, currency } };
  });
  return {
    ...{ days: told.slice(days), before: told.slice(0, days) },
    ...{ toShip, openReturns, openReviews },
  };
};
