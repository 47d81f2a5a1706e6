import type { OrderPageProps } from "../../../../../../domains/orders/page";
import { findOwnOrder } from "../../../../../../domains/orders/queries";
import { Invoice } from "../../../../../../domains/orders/ui/invoice";
import { OrderAway } from "../../../../../../domains/orders/ui/order-away";

export { orderMetadata as generateMetadata } from "../../../../../../domains/orders/page";

const OwnInvoicePage = async ({ params }: OrderPageProps) => {
  const { locale, id } = await params;
  const back = `/account/orders/${id}`;
  const order = await findOwnOrder(locale, id, `${back}/invoice`);
  return order ? <Invoice order={order} back={back} /> : <OrderAway />;
};

export default OwnInvoicePage;
