"use server";

import { idempotent, type Outcome } from "../../../lib/members";
import { asStaff } from "../../../lib/staff";
import { hiddenValue } from "../../account/forms";
import type { Reply } from "../../account/problems";
import { readPrice, takingAway } from "../price-form";
import { doneAt, type Sent, submitStaff, subjectOf } from "../submission";
import type { AdminState } from "../values";

const pageOf = (sent: Sent) =>
  `/admin/products/${subjectOf(sent, "_product")}/variants/${subjectOf(sent, "_variant")}/prices`;

export const setPrice = async (_before: AdminState, form: FormData) =>
  submitStaff(form, {
    read: readPrice,
    send: (json, sent) =>
      asStaff(sent.who, (staff) =>
        staff.variants[":id"].prices.$post({
          param: { id: subjectOf(sent, "_variant") },
          header: idempotent(sent.key),
          json,
        }),
      ),
    next: (sent) => doneAt(pageOf(sent), "priced", sent),
  });

/** What is to end may have ended already: then nothing is left to do. */
const done = { kind: "reply", reply: Response.json({}) } as const;

export const endPrice = async (_before: AdminState, form: FormData) =>
  submitStaff(form, {
    read: () => hiddenValue(form, "act"),
    send: async (priceId, sent): Promise<Outcome<Reply>> => {
      const found = await asStaff(sent.who, (staff) =>
        staff.catalogue.products[":id"].$get({ param: { id: subjectOf(sent, "_product") } }),
      );
      if (found.kind !== "reply" || found.reply.status !== 200) return found;
      const { variants } = await found.reply.json();
      const variant = variants.find(({ id }) => id === subjectOf(sent, "_variant"));
      const price = variant?.prices.find(({ id }) => id === priceId);
      if (!variant || !price) return done;
      return asStaff(sent.who, (staff) =>
        staff.variants[":id"].prices.$post({
          param: { id: variant.id },
          header: idempotent(sent.key),
          json: takingAway(price, variant.prices, new Date()),
        }),
      );
    },
    next: (sent) => doneAt(pageOf(sent), "ended", sent),
  });
