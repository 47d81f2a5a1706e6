"use server";

import { redirect } from "next/navigation";

import { idempotent } from "../../../lib/members";
import { asStaff } from "../../../lib/staff";
import { hiddenValue } from "../../account/forms";
import { fieldOfPromotion, readPromotion, valuesOfPromotion } from "../promotion-form";
import { doneAt, madeOn, type Sent, submitStaff, subjectOf } from "../submission";
import type { AdminState } from "../values";

const pageOf = (sent: Sent) => `/admin/promotions/${subjectOf(sent, "_promotion")}`;
const taken = { field: "coupon", text: "couponTaken" } as const;

export const offerPromotion = async (_before: AdminState, form: FormData) =>
  submitStaff(form, {
    read: readPromotion,
    send: (json, { who, key }) =>
      asStaff(who, (staff) => staff.promotions.$post({ header: idempotent(key), json })),
    at: fieldOfPromotion,
    conflict: taken,
    next: async (sent, reply) => {
      const { id } = reply.status === 201 ? await reply.json() : { id: "" };
      return doneAt(`/admin/promotions/${id}`, "offered", sent);
    },
  });

/** The promotion as it is now, and the shelves it can be about. */
const readNow = async (sent: Sent) => {
  const param = { id: subjectOf(sent, "_promotion") };
  const [promotion, vocabulary] = await Promise.all([
    asStaff(sent.who, (staff) => staff.promotions[":id"].$get({ param })),
    asStaff(sent.who, (staff) => staff.catalogue.vocabulary.$get()),
  ]);
  if (promotion.kind !== "reply" || promotion.reply.status !== 200) return undefined;
  if (vocabulary.kind !== "reply" || vocabulary.reply.status !== 200) return undefined;
  const found = await promotion.reply.json();
  const values = valuesOfPromotion(found, await vocabulary.reply.json());
  return { version: found.version, values };
};

const patch = (sent: Sent, json: Partial<ReturnType<typeof readPromotion>>) =>
  asStaff(sent.who, (staff) =>
    staff.promotions[":id"].$patch({
      param: { id: subjectOf(sent, "_promotion") },
      header: madeOn(sent),
      json,
    }),
  );

export const changePromotion = async (_before: AdminState, form: FormData) =>
  submitStaff(form, {
    read: readPromotion,
    send: (json, sent) => patch(sent, json),
    at: fieldOfPromotion,
    conflict: taken,
    now: readNow,
    next: (sent) => doneAt(pageOf(sent), "saved", sent),
  });

/** One that has not begun ends where it would have begun. */
const endOf = (form: FormData) => {
  const now = new Date().toISOString();
  const startsAt = hiddenValue(form, "_startsAt");
  return { endsAt: startsAt > now ? startsAt : now };
};

export const endPromotion = async (_before: AdminState, form: FormData) =>
  submitStaff(form, {
    read: () => endOf(form),
    send: (json, sent) => patch(sent, json),
    // Nothing was typed that could be lost: the page shows what it has become.
    now: (sent) => redirect(doneAt(pageOf(sent), "stale", sent)),
    next: (sent) => doneAt(pageOf(sent), "stopped", sent),
  });
