"use server";

import { RegistrationResponse } from "@jangteo/shared/passkeys";
import { z } from "zod";

import { asMember } from "../../../lib/members";
import { type FormState, hiddenValue } from "../forms";
import { submit } from "../submission";

const here = (locale: string, what: string) => `/${locale}/account/security/passkeys?${what}=1`;

const begin = (form: FormData) =>
  submit(form, {
    name: "passkey",
    meaning: { 409: "passkeyUnwelcome" },
    send: ({ who }) => asMember(who, (members) => members.me.passkeys.registrations.$post()),
    next: async ({ values }, reply) =>
      reply.status === 201 ? { registration: await reply.json(), values } : {},
  });

const Made = z.object({ registrationId: z.string(), response: RegistrationResponse });

const keep = (form: FormData, made: z.infer<typeof Made>) =>
  submit(form, {
    name: "passkey",
    meaning: { 400: "passkeyRefused", 409: "passkeyUnwelcome" },
    send: ({ values, who }) =>
      asMember(who, (members) => members.me.passkeys.$post({ json: { ...made, ...values } })),
    next: ({ locale }) => here(locale, "added"),
  });

const readMade = (form: FormData) => {
  const made = form.get("made");
  if (typeof made !== "string" || made === "") return undefined;
  try {
    return Made.safeParse(JSON.parse(made)).data;
  } catch {
    return undefined;
  }
};

/** Asks what a passkey is made from; then, with what the browser made, adds it. */
export const addPasskey = async (_before: FormState, form: FormData) => {
  const made = readMade(form);
  return made ? keep(form, made) : begin(form);
};

export const removePasskey = async (_before: FormState, form: FormData) =>
  submit(form, {
    name: "removePasskey",
    meaning: { 403: "staffKeep", 404: "gone" },
    send: ({ who }) =>
      asMember(who, (members) =>
        members.me.passkeys[":id"].$delete({ param: { id: hiddenValue(form, "id") } }),
      ),
    next: ({ locale }) => here(locale, "removed"),
  });
