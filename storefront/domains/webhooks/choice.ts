import { choiceOf, searchOf } from "../admin/choice";
import { eventTypes } from "./events";

export const deliveryStates = ["pending", "delivered", "failed"] as const;
const types = [...eventTypes, "ping"] as const;

/** What the log of a subscription is asked for by its address. */
export const deliveryChoiceOf = (asked: (name: string) => string | undefined) => ({
  state: deliveryStates.find((one) => one === asked("view")),
  type: types.find((one) => one === asked("type")),
  after: choiceOf(asked).choice.after,
});
export type DeliveryChoice = ReturnType<typeof deliveryChoiceOf>;

export const deliveriesHref = (id: string, { state, type, after }: Partial<DeliveryChoice>) =>
  `/admin/webhooks/${id}/deliveries${searchOf({ view: state, type, after })}`;
