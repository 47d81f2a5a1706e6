import "../../../../ui/styles/security.css";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Away } from "../../../../domains/account/ui/away";
import { doneOf } from "../../../../domains/admin/page";
import { Done } from "../../../../domains/admin/ui/done";
import { listWebhooks } from "../../../../domains/webhooks/queries";
import { AddWebhook } from "../../../../domains/webhooks/ui/webhook-forms";
import { WebhookLedger } from "../../../../domains/webhooks/ui/webhook-ledger";
import { type PageProps, readPage } from "../../../../lib/page";
import { EmptyShelf } from "../../../../ui/empty-shelf";

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const t = await getTranslations({ ...(await params), namespace: "admin.webhooks" });
  return { title: t("title") };
};

const WebhooksPage = async (props: PageProps) => {
  const { locale } = await readPage(props);
  const t = await getTranslations("admin.webhooks");
  const webhooks = await listWebhooks(locale);
  if (!webhooks) return <Away of="admin" title={t("title")} />;
  return (
    <>
      <Done what={await doneOf(props.searchParams)} />
      <div className="admin__top">
        <div>
          <h1 tabIndex={-1}>{t("title")}</h1>
          <p className="soft measure">{t("text")}</p>
        </div>
      </div>
      {webhooks.length === 0 ? (
        <EmptyShelf>
          <h2>{t("none")}</h2>
        </EmptyShelf>
      ) : (
        <WebhookLedger webhooks={webhooks} />
      )}
      <AddWebhook />
    </>
  );
};

export default WebhooksPage;
