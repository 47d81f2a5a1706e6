import { createRoute, z } from "@hono/zod-openapi";
import { json, staff } from "@jangteo/shared/contract";
import { currency, Money } from "@jangteo/shared/money";
import { forbidden, invalid, unauthenticated } from "@jangteo/shared/problem";

const isZone = (name: string) => {
  try {
    return Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
};

export const FiguresQuery = z.strictObject({
  days: z.coerce.number().int().min(1).max(92).default(14),
  currency: currency.default("KRW"),
  timeZone: z
    .string()
    .max(60)
    .regex(/^[A-Za-z]+(\/[A-Za-z0-9_+-]+)*$/, "must be a name of the IANA time zone database")
    .refine(isZone, "must be a name of the IANA time zone database")
    .default("Asia/Seoul")
    .openapi({ description: "Where days begin" }),
});
export type FiguresQuery = z.infer<typeof FiguresQuery>;

const SalesDay = z
  .object({ date: z.iso.date(), orders: z.int().nonnegative(), total: Money })
  .openapi("SalesDay");
export type SalesDay = z.infer<typeof SalesDay>;

export const SalesFigures = z
  .object({
    days: z.array(SalesDay).openapi({ description: "Up to today, which is not over yet" }),
    before: z.array(SalesDay).openapi({ description: "As many days before these" }),
    toShip: z.int().nonnegative().openapi({ description: "Paid orders of which nothing was sent" }),
    openReturns: z.int().nonnegative().openapi({ description: "Returns that wait for staff" }),
    openReviews: z.int().nonnegative().openapi({ description: "Reviews that nobody has read" }),
  })
  .openapi("SalesFigures");
export type SalesFigures = z.infer<typeof SalesFigures>;

export const getSalesFigures = createRoute({
  method: "get",
  path: "/v1/sales/figures",
  tags: ["sales"],
  security: staff("orders:write"),
  summary: "What was sold day by day, and what waits to be done",
  description:
    "A day's total is what its orders came to, in minor units of one currency; cancelled orders do " +
    "not count, and what was refunded is not taken off.",
  request: { query: FiguresQuery },
  responses: {
    200: json(SalesFigures, "The figures"),
    ...invalid,
    ...unauthenticated,
    ...forbidden,
  },
});
