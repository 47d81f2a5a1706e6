import { exportOrders } from "../../../domains/sales/export";

export const dynamic = "force-dynamic";

export { exportOrders as GET };
