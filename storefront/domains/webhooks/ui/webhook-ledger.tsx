import { getFormatter, getTranslations } from "next-intl/server";

import { Link } from "../../../i18n/navigation";
import { AdminPanel } from "../../admin/ui/admin-panel";
import type { Webhook } from "../queries";

/** Whether it is told of events, and if not, why; or that it takes nothing. */
export const WebhookState = async ({ webhook }: { webhook: Webhook }) => {
  const t = await getTranslations("admin.webhooks");
  const { state, reason, failures } = webhook;
  if (state === "disabled")
    return <span className="status status--over">{t(`reason.${reason ?? "staff"}`)}</span>;
  if (failures > 0)
    return <span className="status status--wait">{t("failing", { count: failures })}</span>;
  return <span className="status status--done">{t("enabled")}</span>;
};

export const WebhookLedger = async ({ webhooks }: { webhooks: readonly Webhook[] }) => {
  const t = await getTranslations("admin.webhooks");
  return (
    <div className="scroll-x">
      <table className="ledger">
        <caption>{t("caption", { count: webhooks.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("url")}</th>
            <th scope="col" className="end hide-phone">
              {t("types")}
            </th>
            <th scope="col">{t("state")}</th>
          </tr>
        </thead>
        <tbody>
          {webhooks.map((webhook) => (
            <tr key={webhook.id}>
              <th scope="row">
                <Link href={`/admin/webhooks/${webhook.id}`}>{webhook.url}</Link>
                {webhook.description !== null && (
                  <small className="faint">{webhook.description}</small>
                )}
              </th>
              <td className="end hide-phone">{webhook.eventTypes.length}</td>
              <td>
                <WebhookState webhook={webhook} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** The secrets that sign now; none is ever shown again. */
export const Secrets = async ({ webhook: { secrets } }: { webhook: Webhook }) => {
  const t = await getTranslations("admin.webhooks");
  const format = await getFormatter();
  const moment = (at: string) =>
    format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" });
  return (
    <AdminPanel id="secrets" title={t("secrets")}>
      <ul className="lines">
        {secrets.map(({ id, createdAt, expiresAt }) => (
          <li className="secret-row" key={id}>
            {t("drawn", { at: moment(createdAt) })}
            {expiresAt !== null && <> · {t("until", { at: moment(expiresAt) })}</>}
          </li>
        ))}
      </ul>
    </AdminPanel>
  );
};
