import "../../../ui/styles/admin.css";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";

import { SideNav } from "../../../domains/account/ui/side-nav";
import { findName } from "../../../domains/admin/admission";
import { AdminHead } from "../../../domains/admin/ui/admin-head";

export const metadata: Metadata = { robots: { index: false, follow: false } };

const AdminLayout = async ({ children }: { children: ReactNode }) => {
  const t = await getTranslations("admin.nav");
  return (
    <>
      <AdminHead name={await findName()} />
      <div className="admin">
        <div className="admin__nav">
          <SideNav
            label={t("label")}
            pages={[
              ["/admin", t("overview")],
              ["/admin/orders", t("orders")],
              ["/admin/reviews", t("reviews")],
              ["/admin/products", t("products")],
              ["/admin/categories", t("categories")],
              ["/admin/collections", t("collections")],
              ["/admin/promotions", t("promotions")],
              ["/admin/files", t("files")],
              ["/admin/members", t("members")],
              ["/admin/clients", t("clients")],
              ["/admin/webhooks", t("webhooks")],
              ["/admin/audit", t("audit")],
            ]}
          />
        </div>
        <main id="main" className="admin__main">
          {children}
        </main>
      </div>
    </>
  );
};

export default AdminLayout;
