"use server";

import { redirect } from "next/navigation";

import { asDevice, type Outcome } from "../../../lib/members";
import { type Visitor, visitor } from "../../../lib/visitor";
import { hiddenValue } from "../forms";
import { loginPath, readLocale } from "../submission";

const goBack = (form: FormData, who: Visitor, outcome: Outcome<{ ok: boolean }> | undefined) => {
  const locale = readLocale(form);
  if (outcome?.kind === "signed out") redirect(loginPath(locale, who));
  const ok = outcome?.kind === "reply" && outcome.reply.ok;
  redirect(`/${locale}/account/security?${ok ? "ended" : "failed"}=1`);
};

export const endDevice = async (form: FormData) => {
  const who = await visitor();
  const id = hiddenValue(form, "id");
  const outcome = who.isSameOrigin
    ? await asDevice(who, (own) => own[":id"].$delete({ param: { id } }))
    : undefined;
  goBack(form, who, outcome);
};

export const endOtherDevices = async (form: FormData) => {
  const who = await visitor();
  const outcome = who.isSameOrigin
    ? await asDevice(who, (own) => own.$delete({ query: { except: "current" } }))
    : undefined;
  goBack(form, who, outcome);
};
