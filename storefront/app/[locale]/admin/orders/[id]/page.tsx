import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Away } from "../../../../../domains/account/ui/away";
import { doneOf, type ProductPageProps } from "../../../../../domains/admin/page";
import { AdminPanel } from "../../../../../domains/admin/ui/admin-panel";
import { Done } from "../../../../../domains/admin/ui/done";
import { Sums, Things } from "../../../../../domains/checkout/ui/summary";
import { nameOfMethod } from "../../../../../domains/orders/queries";
import { OrderFacts } from "../../../../../domains/orders/ui/order-facts";
import { findSale } from "../../../../../domains/sales/orders";
import { Cancel, Notes, Refund } from "../../../../../domains/sales/ui/money";
import { SaleState } from "../../../../../domains/sales/ui/order-ledger";
import { Parcels } from "../../../../../domains/sales/ui/parcels";
import { Returns } from "../../../../../domains/sales/ui/returns";
import { SaleTimeline } from "../../../../../domains/sales/ui/sale-timeline";
import { Crumbs } from "../../../../../ui/crumbs";

export const generateMetadata = async ({ params }: ProductPageProps): Promise<Metadata> => {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "admin.sales" });
  return { title: t("order") };
};

const SalePage = async ({ params, searchParams }: ProductPageProps) => {
  const { locale, id } = await params;
  const t = await getTranslations("admin.sales");
  const n = await getTranslations("admin.nav");
  const sale = await findSale(locale, id);
  if (!sale) return <Away of="admin" title={t("order")} />;
  return (
    <>
      <div className="admin__head">
        <Crumbs
          label={n("here")}
          above={[{ label: n("orders"), href: "/admin/orders" }]}
          here={sale.number}
        />
        <div className="admin__top">
          <h1 tabIndex={-1}>{sale.number}</h1>
          <SaleState order={sale} />
        </div>
        <Done what={await doneOf(searchParams)} />
      </div>
      <Parcels sale={sale} />
      <Returns sale={sale} />
      <AdminPanel id="things" title={t("things")}>
        <Things lines={sale.lines} />
        <Sums totals={sale.totals} />
        <OrderFacts order={sale} method={await nameOfMethod(locale, sale.payment.method)} />
      </AdminPanel>
      <AdminPanel id="timeline" title={t("timeline")}>
        <SaleTimeline sale={sale} />
      </AdminPanel>
      <Refund sale={sale} />
      <Cancel sale={sale} />
      <Notes sale={sale} />
    </>
  );
};

export default SalePage;
