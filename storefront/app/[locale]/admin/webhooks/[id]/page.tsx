import "../../../../../ui/styles/security.css";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Away } from "../../../../../domains/account/ui/away";
import { doneOf, type ProductPageProps } from "../../../../../domains/admin/page";
import { Done } from "../../../../../domains/admin/ui/done";
import { findWebhook } from "../../../../../domains/webhooks/queries";
import {
  ChangeWebhook,
  RemoveWebhook,
  ReplaceSecret,
  SwitchWebhook,
} from "../../../../../domains/webhooks/ui/webhook-forms";
import { WebhookHead } from "../../../../../domains/webhooks/ui/webhook-head";
import { Secrets } from "../../../../../domains/webhooks/ui/webhook-ledger";

export const generateMetadata = async ({ params }: ProductPageProps): Promise<Metadata> => {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "admin.webhooks" });
  return { title: t("one") };
};

const WebhookPage = async ({ params, searchParams }: ProductPageProps) => {
  const { locale, id } = await params;
  const t = await getTranslations("admin.webhooks");
  const webhook = await findWebhook(locale, id);
  if (!webhook) return <Away of="admin" title={t("one")} />;
  return (
    <>
      <WebhookHead webhook={webhook} page="settings">
        <Done what={await doneOf(searchParams)} />
      </WebhookHead>
      <SwitchWebhook webhook={webhook} />
      <ChangeWebhook webhook={webhook} />
      <Secrets webhook={webhook} />
      <ReplaceSecret webhook={webhook} />
      <RemoveWebhook webhook={webhook} />
    </>
  );
};

export default WebhookPage;
