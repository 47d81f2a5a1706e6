"use server";

import { idempotent } from "../../../lib/members";
import { asShopper } from "../../../lib/orders";
import { type FormState, hiddenValue } from "../../account/forms";
import { type Sent, submit } from "../../account/submission";
import { lineOf, unitsTyped } from "../units";

type Asked = Pick<Sent<"cancelOrder">, "form" | "key" | "locale">;

/** What goes with every request about the order that a form is of. */
const about = ({ form, key, locale }: Asked) => ({
  param: { id: hiddenValue(form, "id") },
  header: { ...idempotent(key), "accept-language": locale },
});

/** Back to the order, of a member or of a guest; nothing else is gone to. */
const pageOf = ({ form, locale }: Asked, done: string) => {
  const own = hiddenValue(form, "own") === "yes" ? "/account" : "";
  return `/${locale}${own}/orders/${encodeURIComponent(hiddenValue(form, "id"))}?done=${done}`;
};

/** The owner cancels an order of which nothing was sent. */
export const cancelOrder = async (_before: FormState, form: FormData) =>
  submit(form, {
    name: "cancelOrder",
    meaning: { 404: "gone", 409: "tooLate" },
    send: ({ values: { reason }, who, ...sent }) =>
      asShopper(who, (orders) =>
        orders.orders[":id"].cancellation.$post({
          ...about(sent),
          json: { reason: reason === "" ? null : reason },
        }),
      ),
    next: (sent) => pageOf(sent, "cancelled"),
  });

/** The owner asks to return some of what arrived, of however many lines, for one reason. */
export const requestReturn = async (_before: FormState, form: FormData) => {
  const typed = unitsTyped(form);
  return submit(form, {
    name: "requestReturn",
    meaning: { 400: "nothingChosen", 404: "gone", 409: "tooLate" },
    still: { values: { ...typed, reason: hiddenValue(form, "reason") } },
    send: ({ values: { reason }, who, ...sent }) =>
      asShopper(who, (orders) =>
        orders.orders[":id"].returns.$post({
          ...about(sent),
          json: {
            lines: Object.entries(typed)
              .map(([name, units]) => ({ lineId: lineOf(name), quantity: Number(units), reason }))
              .filter(({ quantity }) => quantity !== 0),
          },
        }),
      ),
    next: (sent) => pageOf(sent, "asked"),
  });
};
