"use server";

import { safePath } from "../../../lib/redirect";
import { type FormState, hiddenValue } from "../../account/forms";
import { submit } from "../../account/submission";
import { askOrders } from "../admission";

/** A session that began with a password alone has no rights of staff until a second factor is shown. */
export const openBackRoom = async (_before: FormState, form: FormData) =>
  submit(form, {
    name: "backRoom",
    send: async ({ who }) => {
      const outcome = await askOrders(who);
      const isShut = outcome.kind === "reply" && outcome.reply.status === 403;
      return isShut ? ({ kind: "unproven" } as const) : outcome;
    },
    next: () => safePath(hiddenValue(form, "next")),
  });
