import { formatMoney } from "@jangteo/shared/money";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";

import { Link } from "../../../i18n/navigation";
import type { Sale } from "../orders";

type Event = Sale["events"][number];

const known = [
  ...(["placed", "paid", "claimed", "shipped", "delivered", "completed", "cancelled"] as const),
  ...(["refunded", "refund_refused", "note", "forgotten", "return_requested"] as const),
  ...(["return_approved", "return_rejected", "return_received", "return_refunded"] as const),
];
const reasons = ["payment_failed"] as const;

/** Where the name of a person is looked up by who may. */
const Who = async ({ event: { by, actor } }: { event: Event }) => {
  const t = await getTranslations("admin.sales.by");
  if (by !== "staff") return t(by);
  return <Link href={`/admin/members/${actor}`}>{t("staff", { id: actor.slice(-6) })}</Link>;
};

const Said = async ({ event: { detail } }: { event: Event }) => {
  const t = await getTranslations("orders.reasons");
  if (detail === null) return null;
  const reason = reasons.find((one) => one === detail);
  return <p className="small">{reason ? t(reason) : detail}</p>;
};

/** What happened to an order: what, who did it, and what money moved under which reference. */
export const SaleTimeline = async ({ sale }: { sale: Sale }) => {
  const t = await getTranslations("admin.sales");
  const locale = await getLocale();
  const format = await getFormatter();
  const moved = ["paid", "refunded", "refund_refused"];
  return (
    <ol className="timeline">
      {sale.events.map((event) => {
        const { type, at, amount } = event;
        const what = known.find((one) => one === type);
        return (
          <li key={`${type} ${at}`}>
            <time dateTime={at}>
              {format.dateTime(new Date(at), { dateStyle: "short", timeStyle: "short" })}
            </time>
            <div>
              <b>{what ? t(`happened.${what}`) : type}</b>
              {amount !== null && <span className="num"> {formatMoney(amount, locale)}</span>}
              <p className="small faint">
                <Who event={event} />
                {moved.includes(type) && (
                  <>
                    {" · "}
                    {t("paymentId")} <code className="tiny">{sale.payment.id}</code>
                  </>
                )}
              </p>
              <Said event={event} />
            </div>
          </li>
        );
      })}
    </ol>
  );
};
