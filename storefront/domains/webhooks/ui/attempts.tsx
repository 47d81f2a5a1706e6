import { getFormatter, getTranslations } from "next-intl/server";

import type { Delivery } from "../queries";

/** Every attempt at a delivery, the newest first, with the beginning of what was answered. */
export const Attempts = async ({ delivery }: { delivery: Delivery }) => {
  const t = await getTranslations("admin.webhooks");
  const format = await getFormatter();
  const { attempts, nextAttemptAt } = delivery;
  const moment = (at: string) =>
    format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "medium" });
  return (
    <>
      {nextAttemptAt !== null && (
        <p className="soft">{t("nextAt", { at: moment(nextAttemptAt) })}</p>
      )}
      {attempts.length > 0 && (
        <div className="scroll-x">
          <table className="ledger">
            <caption>{t("attempts", { count: attempts.length })}</caption>
            <thead>
              <tr>
                <th scope="col">{t("at")}</th>
                <th scope="col">{t("status")}</th>
                <th scope="col">{t("answer")}</th>
                <th scope="col" className="end">
                  {t("took")}
                </th>
              </tr>
            </thead>
            <tbody>
              {attempts.map(({ at, status, error, duration, answer }) => (
                <tr key={at}>
                  <th scope="row">
                    <time dateTime={at}>{moment(at)}</time>
                  </th>
                  <td>{status ?? error}</td>
                  <td>
                    <code className="tiny">{answer ?? ""}</code>
                  </td>
                  <td className="end nowrap">{t("ms", { duration })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
};
