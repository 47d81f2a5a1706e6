"use server";

import { asAnyone, asGuest, idempotent } from "../../../lib/members";
import { keepCookie } from "../../../lib/visitor";
import type { FormState } from "../forms";
import { submit } from "../submission";

export const signUp = async (_before: FormState, form: FormData) =>
  submit(form, {
    name: "signUp",
    send: ({ values, key, locale, who }) =>
      asGuest(who, key, (members) =>
        members.$post({ header: idempotent(key), json: { ...values, language: locale } }),
      ),
    next: ({ locale }) => `/${locale}/signup?sent=1`,
  });

/** A press of a button, because mail scanners open every link they see. */
export const verify = async (_before: FormState, form: FormData) =>
  submit(form, {
    name: "verify",
    meaning: { 400: "spentLink" },
    send: ({ who }) =>
      asAnyone(who, (members) =>
        members.verifications.$post({ json: { token: who.link("verify") ?? "" } }),
      ),
    next: async ({ locale }) => {
      await keepCookie("verify", "");
      return `/${locale}/login?verified=1`;
    },
  });
