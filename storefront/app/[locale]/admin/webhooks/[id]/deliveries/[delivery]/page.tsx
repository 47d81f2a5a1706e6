import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";

import { Away } from "../../../../../../../domains/account/ui/away";
import { doneOf } from "../../../../../../../domains/admin/page";
import { ActButton } from "../../../../../../../domains/admin/ui/act-button";
import { AdminForm } from "../../../../../../../domains/admin/ui/admin-form";
import { AdminPanel } from "../../../../../../../domains/admin/ui/admin-panel";
import { adminWords } from "../../../../../../../domains/admin/ui/admin-words";
import { Done } from "../../../../../../../domains/admin/ui/done";
import { freshState } from "../../../../../../../domains/admin/values";
import { replayDelivery } from "../../../../../../../domains/webhooks/actions";
import { findDelivery, findWebhook } from "../../../../../../../domains/webhooks/queries";
import { Attempts } from "../../../../../../../domains/webhooks/ui/attempts";
import { DeliveryState } from "../../../../../../../domains/webhooks/ui/delivery-log";
import { WebhookHead } from "../../../../../../../domains/webhooks/ui/webhook-head";
import type { Locale } from "../../../../../../../i18n/routing";
import type { PageProps } from "../../../../../../../lib/page";

type Props = {
  params: Promise<{ locale: Locale; id: string; delivery: string }>;
  searchParams: PageProps["searchParams"];
};

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "admin.webhooks" });
  return { title: t("delivery") };
};

const DeliveryPage = async ({ params, searchParams }: Props) => {
  const { locale, id, delivery: deliveryId } = await params;
  const t = await getTranslations("admin.webhooks");
  const format = await getFormatter();
  const [webhook, delivery] = await Promise.all([
    findWebhook(locale, id),
    findDelivery(locale, id, deliveryId),
  ]);
  if (!webhook || !delivery) return <Away of="admin" title={t("delivery")} />;
  const at = format.dateTime(new Date(delivery.createdAt), {
    ...({ dateStyle: "medium", timeStyle: "medium" } as const),
  });
  return (
    <>
      <WebhookHead webhook={webhook} page="log" title={`${delivery.type} · ${at}`}>
        <Done what={await doneOf(searchParams)} />
      </WebhookHead>
      <p>
        <DeliveryState state={delivery.state} /> <code className="tiny">{delivery.eventId}</code>
      </p>
      <Attempts delivery={delivery} />
      <AdminPanel id="body" title={t("body")}>
        <pre>{delivery.body}</pre>
      </AdminPanel>
      <AdminPanel id="again" title={t("replay")} text={t("replayText")}>
        <AdminForm
          name="again"
          action={replayDelivery}
          initial={freshState()}
          words={await adminWords()}
          hidden={{ _webhook: id, _delivery: delivery.id }}
        >
          <div className="actions">
            <ActButton act="replay">{t("replayNow")}</ActButton>
          </div>
        </AdminForm>
      </AdminPanel>
    </>
  );
};

export default DeliveryPage;
