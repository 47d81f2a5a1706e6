import type { OrderPageProps } from "../../../../domains/orders/page";
import { findOrder } from "../../../../domains/orders/queries";
import { OrderAway } from "../../../../domains/orders/ui/order-away";
import { OrderView } from "../../../../domains/orders/ui/order-view";

export { orderMetadata as generateMetadata } from "../../../../domains/orders/page";

/** For whoever bought without an account, by what this browser holds. */
const OrderPage = async ({ params, searchParams }: OrderPageProps) => {
  const { locale, id } = await params;
  const order = await findOrder(locale, id);
  const { done, ask } = await searchParams;
  const here = `/orders/${id}`;
  return (
    <main id="main" className="wrap work">
      {order ? <OrderView own={false} {...{ order, here, done, ask }} /> : <OrderAway />}
    </main>
  );
};

export default OrderPage;
