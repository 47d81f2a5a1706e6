import type { OrderPageProps } from "../../../../../domains/orders/page";
import { findOwnOrder } from "../../../../../domains/orders/queries";
import { OrderAway } from "../../../../../domains/orders/ui/order-away";
import { OrderView } from "../../../../../domains/orders/ui/order-view";

export { orderMetadata as generateMetadata } from "../../../../../domains/orders/page";

const OwnOrderPage = async ({ params, searchParams }: OrderPageProps) => {
  const { locale, id } = await params;
  const here = `/account/orders/${id}`;
  const order = await findOwnOrder(locale, id, here);
  const { done, ask } = await searchParams;
  return order ? <OrderView own {...{ order, here, done, ask }} /> : <OrderAway />;
};

export default OwnOrderPage;
