import "server-only";
import type { Locale } from "../../i18n/routing";
import { readAsStaff } from "../admin/admission";
import { deliveriesHref, type DeliveryChoice } from "./choice";

/** Who is told of events; null while it cannot be read. */
export const listWebhooks = async (locale: Locale) => {
  const reply = await readAsStaff(locale, "/admin/webhooks", (staff) =>
    staff["webhook-subscriptions"].$get({ query: { limit: 100 } }),
  );
  return reply?.status === 200 ? (await reply.json()).items : null;
};

export const findWebhook = async (locale: Locale, id: string) => {
  const reply = await readAsStaff(locale, `/admin/webhooks/${id}`, (staff) =>
    staff["webhook-subscriptions"][":id"].$get({ param: { id } }),
  );
  return reply?.status === 200 ? await reply.json() : null;
};
export type Webhook = NonNullable<Awaited<ReturnType<typeof findWebhook>>>;

export const listDeliveries = async (locale: Locale, id: string, choice: DeliveryChoice) => {
  const reply = await readAsStaff(locale, deliveriesHref(id, choice), (staff) =>
    staff["webhook-subscriptions"][":id"].deliveries.$get({
      ...{ param: { id }, query: { ...choice, limit: 50 } },
    }),
  );
  return reply?.status === 200 ? await reply.json() : null;
};

export const findDelivery = async (locale: Locale, webhook: string, id: string) => {
  const reply = await readAsStaff(locale, `/admin/webhooks/${webhook}/deliveries/${id}`, (staff) =>
    staff["webhook-deliveries"][":id"].$get({ param: { id } }),
  );
  return reply?.status === 200 ? await reply.json() : null;
};
export type Delivery = NonNullable<Awaited<ReturnType<typeof findDelivery>>>;
