"use server";

import { redirect } from "next/navigation";

import { asMember, idempotent, type Outcome } from "../../../lib/members";
import { type Visitor, visitor } from "../../../lib/visitor";
import { type FormState, hiddenValue, type Values } from "../forms";
import { loginPath, readLocale, submit } from "../submission";

const orNull = (text: string) => (text === "" ? null : text);

const toAddress = (values: Values<"address">) => ({
  ...values,
  addressRegion: orNull(values.addressRegion),
  addressLocality: orNull(values.addressLocality),
  extendedAddress: orNull(values.extendedAddress),
  isDefault: values.isDefault === "on",
});

export const addAddress = async (_before: FormState, form: FormData) =>
  submit(form, {
    name: "address",
    send: ({ values, key, who }) =>
      asMember(who, (members) =>
        members.me.addresses.$post({ header: idempotent(key), json: toAddress(values) }),
      ),
    next: ({ locale }) => `/${locale}/account/addresses?done=added`,
  });

export const changeAddress = async (_before: FormState, form: FormData) =>
  submit(form, {
    name: "address",
    meaning: { 404: "gone" },
    send: ({ values, key, who }) =>
      asMember(who, (members) =>
        members.me.addresses[":id"].$patch({
          param: { id: hiddenValue(form, "id") },
          header: idempotent(key),
          json: toAddress(values),
        }),
      ),
    next: ({ locale }) => `/${locale}/account/addresses?done=changed`,
  });

const goBack = (
  form: FormData,
  who: Visitor,
  outcome: Outcome<{ ok: boolean }> | undefined,
  done: string,
) => {
  const locale = readLocale(form);
  if (outcome?.kind === "signed out") redirect(loginPath(locale, who));
  const ok = outcome?.kind === "reply" && outcome.reply.ok;
  redirect(`/${locale}/account/addresses?done=${ok ? done : "failed"}`);
};

export const removeAddress = async (form: FormData) => {
  const who = await visitor();
  const outcome = who.isSameOrigin
    ? await asMember(who, (members) =>
        members.me.addresses[":id"].$delete({ param: { id: hiddenValue(form, "id") } }),
      )
    : undefined;
  goBack(form, who, outcome, "removed");
};

export const makeDefault = async (form: FormData) => {
  const who = await visitor();
  const outcome = who.isSameOrigin
    ? await asMember(who, (members) =>
        members.me.addresses[":id"].$patch({
          param: { id: hiddenValue(form, "id") },
          header: idempotent(hiddenValue(form, "key")),
          json: { isDefault: true },
        }),
      )
    : undefined;
  goBack(form, who, outcome, "changed");
};
