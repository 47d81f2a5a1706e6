"use server";

import { asAnyBuyer } from "../../../lib/orders";
import type { FormState } from "../../account/forms";
import { submit } from "../../account/submission";

/** Leads to the order, which this browser may read from then on for a while. */
export const findOrder = async (_before: FormState, form: FormData) =>
  submit(form, {
    name: "findOrder",
    meaning: { 404: "noSuchOrder" },
    send: async ({ values, key, who, locale }) => {
      const outcome = await asAnyBuyer(who, key, (orders) =>
        orders["order-lookups"].$post({ header: { "accept-language": locale }, json: values }),
      );
      if (outcome.kind !== "reply" || outcome.reply.status !== 200) return outcome;
      const { id } = await outcome.reply.json();
      return { kind: "go", to: `/${locale}/orders/${id}` };
    },
    next: ({ locale }) => `/${locale}/orders/find`,
  });
