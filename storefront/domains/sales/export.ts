import "server-only";
import { readOne } from "../admin/admission";
import { searchOf, viewChoiceOf } from "../admin/choice";
import { download } from "../admin/files";
import { salesViews } from "./choice";
import { queryOf } from "./orders";

/** The orders that a list shows, all pages of it. */
export const exportOrders = (request: Request) => {
  const asked = new URL(request.url).searchParams;
  const { after: _page, ...choice } = viewChoiceOf(
    salesViews,
    (name) => asked.get(name) ?? undefined,
  );
  const path = `/v1/order-exports${searchOf(queryOf(choice))}`;
  return download(request, { page: "/admin/orders", path, name: "orders", ask: readOne });
};
