"use server";

import { idempotent } from "../../../lib/members";
import { asStaff } from "../../../lib/staff";
import { hiddenValue } from "../../account/forms";
import { doneAt, madeOn, type Sent, submitStaff, subjectOf } from "../submission";
import { tidy } from "../typed";
import type { AdminState } from "../values";
import { fieldOfVariant, readVariant, valuesOfVariant } from "../variant-form";

const listOf = (sent: Sent) => `/admin/products/${subjectOf(sent, "_product")}/variants`;

export const addVariant = async (_before: AdminState, form: FormData) =>
  submitStaff(form, {
    read: readVariant,
    send: (json, sent) =>
      asStaff(sent.who, (staff) =>
        staff.products[":id"].variants.$post({
          param: { id: subjectOf(sent, "_product") },
          header: idempotent(sent.key),
          json,
        }),
      ),
    at: fieldOfVariant,
    conflict: { field: "sku", text: "skuTaken" },
    next: async (sent, reply) => {
      const { variants } = reply.status === 201 ? await reply.json() : { variants: [] };
      const sku = tidy(hiddenValue(sent.form, "sku"));
      const added = variants.find((one) => one.sku === sku);
      // A variant without a price is not for sale: that comes next.
      const page = added ? `${listOf(sent)}/${added.id}/prices` : listOf(sent);
      return doneAt(page, "added", sent);
    },
  });

export const changeVariant = async (_before: AdminState, form: FormData) =>
  submitStaff(form, {
    read: readVariant,
    send: (json, sent) =>
      asStaff(sent.who, (staff) =>
        staff.variants[":id"].$patch({
          param: { id: subjectOf(sent, "_variant") },
          header: madeOn(sent),
          json,
        }),
      ),
    at: fieldOfVariant,
    conflict: { field: "sku", text: "skuTaken" },
    now: async (sent) => {
      const found = await asStaff(sent.who, (staff) =>
        staff.catalogue.products[":id"].$get({ param: { id: subjectOf(sent, "_product") } }),
      );
      if (found.kind !== "reply" || found.reply.status !== 200) return undefined;
      const { variants } = await found.reply.json();
      const variant = variants.find(({ id }) => id === subjectOf(sent, "_variant"));
      return variant && { version: variant.version, values: valuesOfVariant(variant) };
    },
    next: (sent) => doneAt(`${listOf(sent)}/${subjectOf(sent, "_variant")}`, "saved", sent),
  });
