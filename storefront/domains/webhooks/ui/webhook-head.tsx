import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";

import { Crumbs } from "../../../ui/crumbs";
import { Tabs } from "../../admin/ui/tabs";
import { deliveriesHref } from "../choice";
import type { Webhook } from "../queries";
import { WebhookState } from "./webhook-ledger";

type Props = {
  webhook: Webhook;
  page: "settings" | "log";
  /** One delivery below the log. */
  title?: string;
  children?: ReactNode;
};

/** The way to one subscription, its state, and its two sides. */
export const WebhookHead = async ({ webhook, page, title, children }: Props) => {
  const t = await getTranslations("admin.webhooks");
  const n = await getTranslations("admin.nav");
  const home = `/admin/webhooks/${webhook.id}`;
  const log = deliveriesHref(webhook.id, {});
  const above = [{ label: n("webhooks"), href: "/admin/webhooks" }];
  const own = { label: webhook.url, href: home };
  return (
    <div className="admin__head">
      <Crumbs
        label={n("here")}
        above={title === undefined ? above : [...above, own, { label: t("part.log"), href: log }]}
        here={title ?? webhook.url}
      />
      <div className="admin__top">
        <h1 tabIndex={-1}>{title ?? webhook.url}</h1>
        <WebhookState webhook={webhook} />
      </div>
      <Tabs
        label={t("parts")}
        tabs={[
          { href: home, text: t("part.settings"), current: page === "settings" },
          { href: log, text: t("part.log"), current: page === "log" },
        ]}
      />
      {children}
    </div>
  );
};
