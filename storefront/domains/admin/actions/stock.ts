"use server";

import { idempotent } from "../../../lib/members";
import { asStaff } from "../../../lib/staff";
import { happenings } from "../stock-form";
import { doneAt, submitStaff, subjectOf } from "../submission";
import type { AdminState } from "../values";

export const adjustStock = async (_before: AdminState, form: FormData) =>
  submitStaff(form, {
    read: ({ text, whole }) => ({
      location: text("location"),
      kind: happenings.find((one) => one === text("kind")) ?? "received",
      quantity: whole("quantity"),
    }),
    send: (json, sent) =>
      asStaff(sent.who, (staff) =>
        staff.variants[":id"]["stock-adjustments"].$post({
          param: { id: subjectOf(sent, "_variant") },
          header: idempotent(sent.key),
          json,
        }),
      ),
    conflict: { field: "quantity", text: "reserved" },
    next: (sent) => {
      const product = `/admin/products/${subjectOf(sent, "_product")}`;
      return doneAt(`${product}/variants/${subjectOf(sent, "_variant")}/stock`, "written", sent);
    },
  });
