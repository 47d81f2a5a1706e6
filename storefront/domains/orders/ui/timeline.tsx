import type { Order } from "@jangteo/order/contract";
import { useFormatter, useTranslations } from "next-intl";

import { comingOf, eventsOf, standingOf } from "../standing";

/** What happened to an order, and what comes next. */
export const Timeline = ({ order }: { order: Order }) => {
  const t = useTranslations("orders");
  const format = useFormatter();
  const events = eventsOf(order);
  const coming = comingOf(standingOf(order));
  const last = events.length - 1;
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline" className="sr">
        {t("timeline")}
      </h2>
      <ol className="timeline">
        {events.map(({ type, at, reason, said }, place) => {
          const isNow = place === last && coming.length > 0;
          return (
            <li
              key={`${type} ${at}`}
              className={isNow ? "now" : undefined}
              aria-current={isNow ? "step" : undefined}
            >
              <time dateTime={at}>
                {format.dateTime(new Date(at), {
                  month: "short",
                  day: "numeric",
                  hour: "2-digit",
                  minute: "2-digit",
                  hour12: false,
                })}
              </time>
              <div>
                <b>{t(`events.${type}`)}</b>
                {reason && <p className="small faint">{t(`reasons.${reason}`)}</p>}
                {said !== null && <p className="small faint">{said}</p>}
              </div>
            </li>
          );
        })}
        {coming.map((step) => (
          <li key={step} className="next">
            <div>
              <b>{t(`coming.${step}`)}</b>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
};
