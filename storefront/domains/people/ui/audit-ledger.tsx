import { useFormatter, useTranslations } from "next-intl";

import { Link } from "../../../i18n/navigation";
import { type Action, actions } from "../choice";
import type { AuditEvent } from "../queries";

const Somebody = ({ id }: { id: string | null }) => {
  const t = useTranslations("admin.audit");
  if (id === null) return t("nobody");
  return (
    <Link href={`/admin/members/${id}`}>
      <code>{id.slice(-8)}</code>
    </Link>
  );
};

/** The name of an action as the messages hold it, in which a dot leads deeper. */
export const actionKey = (action: Action) =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one dot becomes one dash
  action.replace(".", "-") as ReplaceDot<Action>;
type ReplaceDot<Name> = Name extends `${infer Before}.${infer After}`
  ? `${Before}-${After}`
  : never;

const ActionName = ({ action }: { action: string }) => {
  const t = useTranslations("admin.audit.action");
  const known = actions.find((one) => one === action);
  return known ? t(actionKey(known)) : <code>{action}</code>;
};

/** What is said beside the kind of an event, as it was written down. */
const Details = ({ details }: Pick<AuditEvent, "details">) => {
  const told = Object.entries(details).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return told.length === 0 ? null : <code className="tiny">{told.join(", ")}</code>;
};

export const AuditLedger = ({ events }: { events: readonly AuditEvent[] }) => {
  const t = useTranslations("admin.audit");
  const format = useFormatter();
  return (
    <div className="scroll-x">
      <table className="ledger">
        <caption>{t("caption", { count: events.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("at")}</th>
            <th scope="col">{t("what")}</th>
            <th scope="col">{t("who")}</th>
            <th scope="col">{t("whom")}</th>
            <th scope="col" className="hide-phone">
              {t("network")}
            </th>
          </tr>
        </thead>
        <tbody>
          {events.map(({ id, at, action, actor, subject, network, details }) => (
            <tr key={id}>
              <th scope="row">
                <time dateTime={at}>
                  {format.dateTime(new Date(at), {
                    ...({ dateStyle: "medium", timeStyle: "short" } as const),
                  })}
                </time>
              </th>
              <td>
                <ActionName action={action} /> <Details details={details} />
              </td>
              <td>{actor !== null && actor === subject ? t("self") : <Somebody id={actor} />}</td>
              <td>
                <Somebody id={subject} />
              </td>
              <td className="hide-phone">{network}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
