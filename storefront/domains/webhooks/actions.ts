"use server";

import { redirect } from "next/navigation";

import { idempotent } from "../../lib/members";
import { asStaff, type Staff } from "../../lib/staff";
import { hiddenValue } from "../account/forms";
import type { Reply } from "../account/problems";
import {
  doneAt,
  madeOn,
  requireSure,
  type Sent,
  submitStaff,
  subjectOf,
} from "../admin/submission";
import type { AdminState } from "../admin/values";
import { fieldOfWebhook, readOverlap, readSince, readWebhook, valuesOfWebhook } from "./form";

const idOf = (sent: Sent) => subjectOf(sent, "_webhook");
const paramOf = (sent: Sent) => ({ id: idOf(sent) });
const pageOf = (sent: Sent) => `/admin/webhooks/${idOf(sent)}`;
type OneWebhook = Staff["webhook-subscriptions"][":id"];
const paused = { text: "paused" } as const;

/** Asks about the subscription that a form is about. */
const asked = <R extends Reply>(sent: Sent, call: (webhook: OneWebhook) => Promise<R>) =>
  asStaff(sent.who, (staff) => call(staff["webhook-subscriptions"][":id"]));

/** The answer holds the secret, which is shown this once. */
const secretIn = async (reply: { json: () => Promise<{ secret?: string | null }> }) => ({
  secret: (await reply.json()).secret ?? "",
});

export const addWebhook = async (_before: AdminState, form: FormData) =>
  submitStaff(form, {
    read: readWebhook,
    send: (json, { who, key }) =>
      asStaff(who, (staff) =>
        staff["webhook-subscriptions"].$post({ header: idempotent(key), json }),
      ),
    at: fieldOfWebhook,
    next: (sent, reply) =>
      reply.status === 201 ? secretIn(reply) : doneAt("/admin/webhooks", "made", sent),
  });

export const changeWebhook = async (_before: AdminState, form: FormData) =>
  submitStaff(form, {
    read: readWebhook,
    send: (json, sent) =>
      asked(sent, (webhook) =>
        webhook.$patch({ param: paramOf(sent), header: madeOn(sent), json }),
      ),
    at: fieldOfWebhook,
    now: async (sent) => {
      const found = await asked(sent, (webhook) => webhook.$get({ param: paramOf(sent) }));
      if (found.kind !== "reply" || found.reply.status !== 200) return undefined;
      const now = await found.reply.json();
      return { version: now.version, values: valuesOfWebhook(now) };
    },
    next: (sent) => doneAt(pageOf(sent), "saved", sent),
  });

/** Pauses or resumes, as the button says. */
export const switchWebhook = async (_before: AdminState, form: FormData) =>
  submitStaff(form, {
    read: () => ({
      state: hiddenValue(form, "act") === "pause" ? ("disabled" as const) : ("enabled" as const),
    }),
    send: (json, sent) =>
      asked(sent, (webhook) =>
        webhook.$patch({ param: paramOf(sent), header: madeOn(sent), json }),
      ),
    // Nothing was typed that could be lost: the page shows what it has become.
    now: (sent) => redirect(doneAt(pageOf(sent), "stale", sent)),
    next: (sent) => doneAt(pageOf(sent), "saved", sent),
  });

export const removeWebhook = async (_before: AdminState, form: FormData) =>
  submitStaff(form, {
    read: requireSure,
    send: (_sure, sent) => asked(sent, (webhook) => webhook.$delete({ param: paramOf(sent) })),
    next: (sent) => doneAt("/admin/webhooks", "gone", sent),
  });

export const replaceSecret = async (_before: AdminState, form: FormData) =>
  submitStaff(form, {
    read: readOverlap,
    send: (json, sent) =>
      asked(sent, (webhook) =>
        webhook.secrets.$post({ param: paramOf(sent), header: idempotent(sent.key), json }),
      ),
    next: (sent, reply) =>
      reply.status === 201 ? secretIn(reply) : doneAt(pageOf(sent), "saved", sent),
  });

export const pingWebhook = async (_before: AdminState, form: FormData) =>
  submitStaff(form, {
    read: () => undefined,
    send: (_nothing, sent) =>
      asked(sent, (webhook) =>
        webhook.pings.$post({ param: paramOf(sent), header: idempotent(sent.key) }),
      ),
    conflict: paused,
    next: (sent) => doneAt(`${pageOf(sent)}/deliveries`, "sent", sent),
  });

export const replayFailed = async (_before: AdminState, form: FormData) =>
  submitStaff(form, {
    read: readSince,
    send: (json, sent) =>
      asked(sent, (webhook) =>
        webhook.replays.$post({ param: paramOf(sent), header: idempotent(sent.key), json }),
      ),
    conflict: paused,
    next: (sent) => doneAt(`${pageOf(sent)}/deliveries`, "sent", sent),
  });

export const replayDelivery = async (_before: AdminState, form: FormData) => {
  const id = hiddenValue(form, "_delivery");
  return submitStaff(form, {
    read: () => undefined,
    send: (_nothing, sent) =>
      asStaff(sent.who, (staff) =>
        staff["webhook-deliveries"][":id"].replays.$post({
          ...{ param: { id }, header: idempotent(sent.key) },
        }),
      ),
    conflict: paused,
    next: (sent) => doneAt(`${pageOf(sent)}/deliveries/${id}`, "sent", sent),
  });
};
