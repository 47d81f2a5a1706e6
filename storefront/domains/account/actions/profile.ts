"use server";

import { asMember, idempotent } from "../../../lib/members";
import type { FormState } from "../forms";
import { submit } from "../submission";

export const changeProfile = async (_before: FormState, form: FormData) =>
  submit(form, {
    name: "profile",
    send: ({ values: { name, telephone, language }, key, who }) =>
      asMember(who, (members) =>
        members.me.$patch({
          header: idempotent(key),
          json: {
            name,
            telephone: telephone === "" ? null : telephone,
            language: language === "en" ? "en" : "ko",
          },
        }),
      ),
    next: ({ locale }) => `/${locale}/account?saved=1`,
  });
