"use server";

import { asAnyone, asMember, idempotent } from "../../../lib/members";
import { keepCookie } from "../../../lib/visitor";
import type { FormState } from "../forms";
import { submit } from "../submission";

export const changeEmail = async (_before: FormState, form: FormData) =>
  submit(form, {
    name: "email",
    send: ({ values, key, who }) =>
      asMember(who, (members) =>
        members.me["email-changes"].$post({ header: idempotent(key), json: values }),
      ),
    next: ({ locale }) => `/${locale}/account/email?sent=1`,
  });

/** A press of a button, because mail scanners open every link they see. */
export const confirmEmail = async (_before: FormState, form: FormData) =>
  submit(form, {
    name: "confirmEmail",
    meaning: { 400: "spentLink" },
    send: ({ who }) =>
      asAnyone(who, (members) =>
        members["email-changes"].completions.$post({ json: { token: who.link("email") ?? "" } }),
      ),
    next: async ({ locale, who }) => {
      await keepCookie("email", "");
      return who.handle ? `/${locale}/account?email=1` : `/${locale}/login?email=1`;
    },
  });
