import { useFormatter, useTranslations } from "next-intl";

import { Link } from "../../../i18n/navigation";
import type { ApiClient } from "../queries";
import { EndSecret } from "./client-forms";

export const ClientLedger = ({ clients }: { clients: readonly ApiClient[] }) => {
  const t = useTranslations("admin.clients");
  const format = useFormatter();
  return (
    <div className="scroll-x">
      <table className="ledger">
        <caption>{t("caption", { count: clients.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("name")}</th>
            <th scope="col">{t("permitted")}</th>
            <th scope="col" className="hide-phone">
              {t("registered")}
            </th>
            <th scope="col">{t("state")}</th>
          </tr>
        </thead>
        <tbody>
          {clients.map(({ id, name, scopes, createdAt, disabledAt }) => (
            <tr key={id}>
              <th scope="row">
                <Link href={`/admin/clients/${id}`}>{name}</Link>
                <br />
                <code className="tiny">{id}</code>
              </th>
              <td>
                <code className="tiny">{scopes.join(" ")}</code>
              </td>
              <td className="hide-phone">
                <time dateTime={createdAt}>
                  {format.dateTime(new Date(createdAt), { dateStyle: "medium" })}
                </time>
              </td>
              <td>
                <span className={`status status--${disabledAt === null ? "done" : "over"}`}>
                  {t(disabledAt === null ? "enabled" : "disabled")}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** The secrets that are good now; none is ever shown again. */
export const SecretRows = ({ client: { id, secrets } }: { client: ApiClient }) => {
  const t = useTranslations("admin.clients");
  const format = useFormatter();
  const moment = (at: string) =>
    format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" });
  return (
    <section className="admin-panel" aria-labelledby="secrets">
      <h2 id="secrets">{t("secrets")}</h2>
      {secrets.length === 0 && <p className="soft small">{t("noSecrets")}</p>}
      <ul className="lines">
        {secrets.map((secret) => (
          <li className="secret-row" key={secret.id}>
            <span>
              {t("drawn", { at: moment(secret.createdAt) })}
              {secret.expiresAt !== null && <> · {t("until", { at: moment(secret.expiresAt) })}</>}
            </span>
            <EndSecret client={id} secret={secret.id} drawn={moment(secret.createdAt)} />
          </li>
        ))}
      </ul>
    </section>
  );
};
