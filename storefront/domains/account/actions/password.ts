"use server";

import { asAnyone, asDevice, asGuest, asMember, idempotent } from "../../../lib/members";
import { sessions } from "../../../lib/server";
import { keepCookie } from "../../../lib/visitor";
import { comeIn } from "../come-in";
import type { FormState } from "../forms";
import { submit } from "../submission";

export const forget = async (_before: FormState, form: FormData) =>
  submit(form, {
    name: "forgot",
    send: ({ values, key, who }) =>
      asGuest(who, key, (members) =>
        members["password-resets"].$post({ header: idempotent(key), json: values }),
      ),
    next: ({ locale }) => `/${locale}/forgot?sent=1`,
  });

export const reset = async (_before: FormState, form: FormData) =>
  submit(form, {
    name: "reset",
    meaning: { 400: "spentLink" },
    send: ({ values, who }) =>
      asAnyone(who, (members) =>
        members["password-resets"].completions.$post({
          json: { token: who.link("reset") ?? "", ...values },
        }),
      ),
    next: async ({ locale, who }) => {
      await keepCookie("reset", "");
      if (who.handle)
        await sessions()
          .end(who.handle)
          .catch(() => undefined);
      await keepCookie("session", "");
      return `/${locale}/login?reset=1`;
    },
  });

/** A change ends every session, this one too: this device comes in again under a new handle. */
export const changePassword = async (_before: FormState, form: FormData) =>
  submit(form, {
    name: "password",
    send: async ({ values, key, who }) => {
      const me = await asMember(who, (members) => members.me.$get());
      if (me.kind !== "reply") return me;
      const changed = await asMember(who, (members) =>
        members.me["password-changes"].$post({ header: idempotent(key), json: values }),
      );
      if (changed.kind !== "reply" || !changed.reply.ok || me.reply.status !== 200) return changed;
      const { email } = await me.reply.json();
      const handle = await comeIn({ email, password: values.newPassword }, who);
      if (typeof handle !== "string") return { kind: "signed out" };
      // The others end by themselves when they renew their tokens; this ends them now.
      await asDevice({ ...who, handle }, (own) => own.$delete({ query: { except: "current" } }));
      return changed;
    },
    next: ({ locale }) => `/${locale}/account/security?changed=1`,
  });
