"use server";

import { asAnyone, asDevice, asGuest, asMember, idempotent } from "../../../lib/members";
import { sessions } from "../../../lib/server";
import { keepCookie } from "../../../lib/visitor";
import { comeIn } from "../come-in";
import type { FormState } from "../forms";
import { showWhoIsThere } from "../proof";
import { type Sent, submit } from "../submission";

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
      if (who.handle) await sessions().end(who.handle);
      await keepCookie("session", "");
      return `/${locale}/login?reset=1`;
    },
  });

type Change = Sent<"password">;

const askForChange = ({ values, key, who }: Change) =>
  asMember(who, (members) =>
    members.me["password-changes"].$post({ header: idempotent(key), json: values }),
  );

const wrongPassword = () =>
  Response.json(
    { errors: [{ in: "body", pointer: "/currentPassword", rule: "wrong", detail: "" }] },
    { status: 400 },
  );

/** Where the password alone is a proof, the one in the form does, and is not asked for twice. */
const change = async (sent: Change) => {
  const outcome = await askForChange(sent);
  if (outcome.kind !== "unproven") return { outcome, who: sent.who };
  const shown = await showWhoIsThere(sent.who, { password: sent.values.currentPassword });
  if (shown.kind === "proven")
    return { outcome: await askForChange({ ...sent, who: shown.who }), who: shown.who };
  if (shown.kind === "throttled")
    return { outcome: { kind: "reply", reply: shown.reply } as const, who: sent.who };
  if (shown.kind === "signed out") return { outcome: shown, who: sent.who };
  if (shown.kind !== "refused") return { outcome: { kind: "away" } as const, who: sent.who };
  const isWrong = shown.method === "password";
  return {
    outcome: isWrong ? ({ kind: "reply", reply: wrongPassword() } as const) : outcome,
    who: sent.who,
  };
};

/** A change ends every session, this one too: this device comes in again under a new handle. */
export const changePassword = async (_before: FormState, form: FormData) =>
  submit(form, {
    name: "password",
    send: async (sent) => {
      const me = await asMember(sent.who, (members) => members.me.$get());
      if (me.kind !== "reply") return me;
      const { outcome, who } = await change(sent);
      if (outcome.kind !== "reply" || !outcome.reply.ok || me.reply.status !== 200) return outcome;
      const { email } = await me.reply.json();
      const to = `/${sent.locale}/account/security?changed=1`;
      const way = { locale: sent.locale, to };
      const came = await comeIn({ email, password: sent.values.newPassword }, who, way);
      if (came.kind !== "go") return { kind: "signed out" };
      // The others end by themselves in a moment; this ends them now.
      if (came.handle !== undefined)
        await asDevice({ ...who, handle: came.handle }, (own) =>
          own.$delete({ query: { except: "current" } }),
        );
      return came;
    },
    next: ({ locale }) => `/${locale}/account/security?changed=1`,
  });
