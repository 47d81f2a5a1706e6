import { connect } from "@jangteo/shared/database";
import { errands } from "@jangteo/shared/schema/order/sales";
import { sql } from "drizzle-orm";

import type { testOrderService } from "../testing.ts";

type Service = Awaited<ReturnType<typeof testOrderService>>;

/** What the neighbours' own books say. */
export const testBooks = ({ db, courier, stores }: Service) => {
  const product = connect(stores.product, { max: 1 });
  const money = connect(stores.payment, { max: 1 });
  /** What is on the shelf of a variant. */
  const shelf = async (variant: string) => {
    const [row] = await product.execute<{ onHand: number; reserved: number }>(
      sql`select on_hand as "onHand", reserved from product.stock where variant_id = ${variant}`,
    );
    return row ? { ...row } : undefined;
  };
  /** Every refund of an order's payment that the provider did. */
  const refunds = async (orderId: string) => {
    const [order] = await db.execute<{ paymentId: string }>(
      sql`select payment_id as "paymentId" from "order".orders where id = ${orderId}`,
    );
    const rows = await money.execute<{ amount: number }>(
      sql`select amount::int as amount from payment.operations
        where payment_id = ${order?.paymentId} and kind = 'refund' and state = 'done' order by id`,
    );
    return rows.map(({ amount }) => amount);
  };
  /** Runs every errand to its end, as the recoverer would. */
  const settle = async () => {
    const open = await db
      .select()
      .from(errands)
      .where(sql`state = 'due'`);
    for (const { id } of open) await courier.advance(id);
  };
  return { shelf, refunds, settle };
};
