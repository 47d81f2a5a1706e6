import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";

import { LogoutForm } from "../../../domains/account/ui/logout-form";
import { SideNav } from "../../../domains/account/ui/side-nav";
import { Button } from "../../../ui/button";

const AccountLayout = async ({ children }: { children: ReactNode }) => {
  const t = await getTranslations("account.nav");
  return (
    <main id="main" className="wrap work">
      <div className="account">
        <div className="account__side">
          <SideNav
            label={t("label")}
            pages={[
              ["/account/orders", t("orders")],
              ["/account/reviews", t("reviews")],
              ["/account/addresses", t("addresses")],
              ["/wishlist", t("wishlist")],
              ["/account/security", t("security")],
              ["/account", t("profile")],
            ]}
          />
          <LogoutForm action={`/${await getLocale()}/logout`}>
            <Button type="submit" look="quiet">
              {t("logout")}
            </Button>
          </LogoutForm>
        </div>
        <div>{children}</div>
      </div>
    </main>
  );
};

export default AccountLayout;
