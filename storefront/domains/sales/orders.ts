import "server-only";
import type { Locale } from "../../i18n/routing";
import { readAsStaff } from "../admin/admission";
import { type SalesChoice, salesHref } from "./choice";

/** What the API is asked for. */
export const queryOf = ({ view, ...choice }: SalesChoice) => ({
  ...choice,
  ...(view && views[view]),
});

/** A page of all orders, the newest first; null while they cannot be read. */
export const listSales = async (locale: Locale, choice: SalesChoice, limit = 50) => {
  const query = { ...queryOf(choice), limit };
  const header = { "accept-language": locale };
  const reply = await readAsStaff(locale, salesHref(choice), (staff) =>
    staff.sales.orders.$get({ header, query }),
  );
  return reply?.status === 200 ? await reply.json() : null;
};
export type SalesRow = NonNullable<Awaited<ReturnType<typeof listSales>>>["items"][number];

/** What the list is narrowed to by each of its views. */
const views = {
  paid: { state: "confirmed" },
  sending: { state: "fulfilling" },
  returns: { returns: "open" },
  done: { state: "completed" },
  cancelled: { state: "cancelled" },
} as const;

export const findSale = async (locale: Locale, id: string) => {
  const reply = await readAsStaff(locale, `/admin/orders/${id}`, (staff) =>
    staff.sales.orders[":id"].$get({ param: { id }, header: { "accept-language": locale } }),
  );
  return reply?.status === 200 ? await reply.json() : null;
};
export type Sale = NonNullable<Awaited<ReturnType<typeof findSale>>>;
