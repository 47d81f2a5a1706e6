"use server";

import type { Outcome } from "../../lib/members";
import { idempotent } from "../../lib/members";
import { asStaff, type Staff } from "../../lib/staff";
import { hiddenValue } from "../account/forms";
import type { Reply } from "../account/problems";
import { doneAt, requireSure, type Sent, submitStaff } from "../admin/submission";
import type { Reader } from "../admin/typed";
import type { AdminState } from "../admin/values";

type OneOrder = Staff["sales"]["orders"][":id"];
type Acts<T, R extends Reply> = {
  read: (typed: Reader) => T;
  call: (order: OneOrder, sent: About, json: T) => Promise<R>;
  conflict?: { field: string; text: "tooMuch" };
};

/** What goes with every act: the order, its parcel or return, and a key. */
const aboutOf = ({ form, key, locale }: Sent) => {
  const [id, part] = [hiddenValue(form, "_order"), hiddenValue(form, "_part")];
  const header = { ...idempotent(key), "accept-language": locale };
  return { id, part, header };
};
type About = ReturnType<typeof aboutOf>;

/** One act on an order, sent once; what its state does not permit is said. */
const act = <T, R extends Reply>(form: FormData, { read, call, conflict }: Acts<T, R>) =>
  submitStaff(form, {
    read,
    send: (json, sent): Promise<Outcome<R>> =>
      asStaff(sent.who, (staff) => call(staff.sales.orders[":id"], aboutOf(sent), json)),
    conflict: conflict ?? { text: "notNow" },
    next: (sent) => doneAt(`/admin/orders/${aboutOf(sent).id}`, "acted", sent),
  });

const nothing = () => ({});

export const planParcel = async (_before: AdminState, form: FormData) =>
  act(form, {
    read: (typed) => ({
      lines: Object.keys(typed.values)
        .filter((name) => name.startsWith("units."))
        .map((name) => ({ lineId: name.slice("units.".length), quantity: typed.whole(name) }))
        .filter(({ quantity }) => quantity > 0),
    }),
    call: (order, { id, header }, json) => order.fulfilments.$post({ param: { id }, header, json }),
  });

export const shipParcel = async (_before: AdminState, form: FormData) =>
  act(form, {
    read: (typed) => ({
      carrier: typed.text("carrier"),
      trackingNumber: typed.text("trackingNumber"),
    }),
    call: (order, { id, part: fulfilmentId, header }, json) =>
      order.fulfilments[":fulfilmentId"].shipment.$post({
        ...{ param: { id, fulfilmentId }, header, json },
      }),
  });

export const deliverParcel = async (_before: AdminState, form: FormData) =>
  act(form, {
    read: nothing,
    call: (order, { id, part: fulfilmentId, header }, json) =>
      order.fulfilments[":fulfilmentId"].delivery.$post({
        ...{ param: { id, fulfilmentId }, header, json },
      }),
  });

export const unpackParcel = async (_before: AdminState, form: FormData) =>
  act(form, {
    read: nothing,
    call: (order, { id, part: fulfilmentId, header }, json) =>
      order.fulfilments[":fulfilmentId"].cancellation.$post({
        ...{ param: { id, fulfilmentId }, header, json },
      }),
  });

export const cancelSale = async (_before: AdminState, form: FormData) =>
  act(form, {
    read: (typed) => {
      requireSure(typed);
      return { reason: typed.text("reason") || null };
    },
    call: (order, { id, header }, json) =>
      order.cancellation.$post({ param: { id }, header, json }),
  });

export const refundSale = async (_before: AdminState, form: FormData) =>
  act(form, {
    read: (typed) => {
      requireSure(typed);
      const currency = hiddenValue(form, "_currency") === "USD" ? "USD" : "KRW";
      return { amount: typed.money("amount", currency), reason: typed.text("reason") };
    },
    call: (order, { id, header }, json) => order.refunds.$post({ param: { id }, header, json }),
    conflict: { field: "amount", text: "tooMuch" },
  });

export const noteSale = async (_before: AdminState, form: FormData) =>
  act(form, {
    read: (typed) => ({ text: typed.text("text") }),
    call: (order, { id, header }, json) => order.notes.$post({ param: { id }, header, json }),
  });

export const approveReturn = async (_before: AdminState, form: FormData) =>
  act(form, {
    read: nothing,
    call: (order, { id, part: returnId, header }, json) =>
      order.returns[":returnId"].approval.$post({ param: { id, returnId }, header, json }),
  });

export const rejectReturn = async (_before: AdminState, form: FormData) =>
  act(form, {
    read: (typed) => ({ note: typed.text("note") }),
    call: (order, { id, part: returnId, header }, json) =>
      order.returns[":returnId"].rejection.$post({ param: { id, returnId }, header, json }),
  });

export const receiveReturn = async (_before: AdminState, form: FormData) =>
  act(form, {
    read: (typed) => ({ sellable: typed.isOn("sellable") }),
    call: (order, { id, part: returnId, header }, json) =>
      order.returns[":returnId"].receipt.$post({ param: { id, returnId }, header, json }),
  });

export const refundReturn = async (_before: AdminState, form: FormData) =>
  act(form, {
    read: (typed) => {
      requireSure(typed);
      return {};
    },
    call: (order, { id, part: returnId, header }, json) =>
      order.returns[":returnId"].refund.$post({ param: { id, returnId }, header, json }),
  });
