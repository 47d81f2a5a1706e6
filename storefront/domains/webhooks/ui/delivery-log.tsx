import { getFormatter, getLocale, getTranslations } from "next-intl/server";

import { Link } from "../../../i18n/navigation";
import { buttonClass } from "../../../ui/button";
import { FormField } from "../../account/ui/form-field";
import { ActButton } from "../../admin/ui/act-button";
import { AdminForm } from "../../admin/ui/admin-form";
import { AdminPanel } from "../../admin/ui/admin-panel";
import { adminWords } from "../../admin/ui/admin-words";
import { Paging } from "../../admin/ui/list-parts";
import { Tabs } from "../../admin/ui/tabs";
import { freshState } from "../../admin/values";
import { replayFailed } from "../actions";
import { deliveriesHref, type DeliveryChoice, deliveryStates } from "../choice";
import { eventTypes } from "../events";
import type { Delivery } from "../queries";

const looks = { pending: "status--wait", delivered: "status--done", failed: "status--bad" };

export const DeliveryState = async ({ state }: Pick<Delivery, "state">) => {
  const t = await getTranslations("admin.webhooks.view");
  return <span className={`status ${looks[state]}`}>{t(state)}</span>;
};

const told = [...eventTypes, "ping" as const];

type Of = { webhook: string; choice: DeliveryChoice };

/** By how it went, and by what it told of. */
export const DeliveryTools = async ({ webhook, choice }: Of) => {
  const t = await getTranslations("admin.webhooks");
  const path = `/${await getLocale()}${deliveriesHref(webhook, {})}`;
  return (
    <div className="list-tools">
      <Tabs
        label={t("views")}
        tabs={([undefined, ...deliveryStates] as const).map((state) => ({
          href: deliveriesHref(webhook, { state, type: choice.type }),
          text: t(`view.${state ?? "all"}`),
          current: state === choice.state,
        }))}
      />
      <form className="input-row" action={path}>
        {choice.state && <input type="hidden" name="view" value={choice.state} />}
        <label className="sr" htmlFor="type">
          {t("type")}
        </label>
        <select className="input" id="type" name="type" defaultValue={choice.type ?? ""}>
          <option value="">{t("anyType")}</option>
          {told.map((type) => (
            <option key={type} value={type}>
              {t(`events.${type}`)}
            </option>
          ))}
        </select>
        <button className={buttonClass()} type="submit">
          {t("show")}
        </button>
      </form>
    </div>
  );
};

/** How the newest attempt went, in short. */
const Outcome = async ({ attempts: [newest] }: Pick<Delivery, "attempts">) => {
  const t = await getTranslations("admin.webhooks");
  if (!newest) return <span className="faint">{t("notYet")}</span>;
  const { status, error, duration } = newest;
  return (
    <span className="nowrap">
      {status ?? error} · {t("ms", { duration })}
    </span>
  );
};

const known = (type: string) => told.find((one) => one === type);

export const DeliveryLedger = async ({ rows }: { rows: readonly Delivery[] }) => {
  const t = await getTranslations("admin.webhooks");
  const format = await getFormatter();
  return (
    <div className="scroll-x">
      <table className="ledger">
        <caption>{t("log", { count: rows.length })}</caption>
        <thead>
          <tr>
            <th scope="col" aria-sort="descending">
              {t("at")}
            </th>
            <th scope="col">{t("type")}</th>
            <th scope="col">{t("state")}</th>
            <th scope="col" className="end hide-phone">
              {t("tries")}
            </th>
            <th scope="col" className="hide-phone">
              {t("outcome")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const type = known(row.type);
            const at = format.dateTime(new Date(row.createdAt), {
              ...({ dateStyle: "medium", timeStyle: "medium" } as const),
            });
            return (
              <tr key={row.id}>
                <th scope="row">
                  <Link href={`/admin/webhooks/${row.subscriptionId}/deliveries/${row.id}`}>
                    {at}
                  </Link>
                </th>
                <td>{type ? t(`events.${type}`) : row.type}</td>
                <td>
                  <DeliveryState state={row.state} />
                </td>
                <td className="end hide-phone">{row.attempts.length}</td>
                <td className="hide-phone">
                  <Outcome attempts={row.attempts} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
};

export const DeliveryPaging = async ({ webhook, choice, next }: Of & { next: string | null }) => {
  const t = await getTranslations("admin.webhooks");
  const { after, ...narrowed } = choice;
  return (
    <Paging
      next={next && deliveriesHref(webhook, { ...narrowed, after: next })}
      start={after === undefined ? null : deliveriesHref(webhook, narrowed)}
      words={{ pages: t("pages"), next: t("next"), fromStart: t("fromStart") }}
    />
  );
};

/** Sends again all that was given up. */
export const ReplayFailed = async ({ webhook }: Pick<Of, "webhook">) => {
  const t = await getTranslations("admin.webhooks");
  return (
    <AdminPanel id="replay" title={t("replayFailed")} text={t("replayFailedText")}>
      <AdminForm
        name="replay"
        action={replayFailed}
        initial={freshState()}
        words={await adminWords()}
        hidden={{ _webhook: webhook }}
      >
        <FormField name="since" type="datetime-local" label={t("since")} hint={t("sinceHint")} />
        <div className="actions">
          <ActButton act="replay">{t("replayFailedNow")}</ActButton>
        </div>
      </AdminForm>
    </AdminPanel>
  );
};
