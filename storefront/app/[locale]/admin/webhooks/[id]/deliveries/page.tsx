import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Away } from "../../../../../../domains/account/ui/away";
import { doneOf, type ProductPageProps } from "../../../../../../domains/admin/page";
import { Done } from "../../../../../../domains/admin/ui/done";
import { deliveryChoiceOf } from "../../../../../../domains/webhooks/choice";
import { findWebhook, listDeliveries } from "../../../../../../domains/webhooks/queries";
import {
  DeliveryLedger,
  DeliveryPaging,
  DeliveryTools,
  ReplayFailed,
} from "../../../../../../domains/webhooks/ui/delivery-log";
import { WebhookHead } from "../../../../../../domains/webhooks/ui/webhook-head";
import { readPage } from "../../../../../../lib/page";
import { EmptyShelf } from "../../../../../../ui/empty-shelf";

export const generateMetadata = async ({ params }: ProductPageProps): Promise<Metadata> => {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "admin.webhooks" });
  return { title: t("part.log") };
};

const DeliveriesPage = async (props: ProductPageProps) => {
  const { id } = await props.params;
  const { locale, asked } = await readPage(props);
  const t = await getTranslations("admin.webhooks");
  const choice = deliveryChoiceOf(asked);
  const [webhook, log] = await Promise.all([
    findWebhook(locale, id),
    listDeliveries(locale, id, choice),
  ]);
  if (!webhook || !log) return <Away of="admin" title={t("part.log")} />;
  return (
    <>
      <WebhookHead webhook={webhook} page="log">
        <Done what={await doneOf(props.searchParams)} />
      </WebhookHead>
      <DeliveryTools webhook={id} choice={choice} />
      {log.items.length === 0 ? (
        <EmptyShelf>
          <h2>{t("noDeliveries")}</h2>
        </EmptyShelf>
      ) : (
        <DeliveryLedger rows={log.items} />
      )}
      <DeliveryPaging webhook={id} choice={choice} next={log.next} />
      {webhook.state === "enabled" && <ReplayFailed webhook={id} />}
    </>
  );
};

export default DeliveriesPage;
