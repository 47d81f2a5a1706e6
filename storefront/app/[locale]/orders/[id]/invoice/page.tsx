import type { OrderPageProps } from "../../../../../domains/orders/page";
import { findOrder } from "../../../../../domains/orders/queries";
import { Invoice } from "../../../../../domains/orders/ui/invoice";
import { OrderAway } from "../../../../../domains/orders/ui/order-away";

export { orderMetadata as generateMetadata } from "../../../../../domains/orders/page";

const InvoicePage = async ({ params }: OrderPageProps) => {
  const { locale, id } = await params;
  const order = await findOrder(locale, id);
  return (
    <main id="main" className="wrap work">
      {order ? <Invoice order={order} back={`/orders/${id}`} /> : <OrderAway />}
    </main>
  );
};

export default InvoicePage;
