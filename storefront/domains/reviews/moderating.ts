"use server";

import { redirect } from "next/navigation";

import { asStaff } from "../../lib/staff";
import { hiddenValue } from "../account/forms";
import { doneAt, submitStaff } from "../admin/submission";
import type { AdminState } from "../admin/values";

/** Decides on a review as it was read, by the button that was pressed. */
export const moderate = async (_before: AdminState, form: FormData) =>
  submitStaff(form, {
    read: (typed) => {
      const act = hiddenValue(form, "act");
      // Enter in the field presses neither button.
      if (act !== "publish" && act !== "reject") typed.wrong["note"] = "decide";
      return act === "publish"
        ? { state: "published" as const, note: null }
        : { state: "rejected" as const, note: typed.text("note") || null };
    },
    send: async (json, sent) => {
      const outcome = await asStaff(sent.who, (staff) =>
        staff.sales.reviews[":id"].moderation.$put({
          ...{ param: { id: hiddenValue(form, "_review") }, json },
          header: { "accept-language": sent.locale, "if-match": `"${sent.version}"` },
        }),
      );
      const isChanged = outcome.kind === "reply" && outcome.reply.status === 412;
      // What its author wrote meanwhile waits among those to read.
      if (isChanged) redirect(doneAt("/admin/reviews", "changed", sent));
      return outcome;
    },
    next: (sent) => doneAt("/admin/reviews", "moderated", sent),
  });
