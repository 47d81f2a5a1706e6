"use server";

import { refresh } from "next/cache";

import { asMember } from "../../../lib/members";
import { enrolmentOf } from "../enrolment";
import type { FormState } from "../forms";
import { submit } from "../submission";

const draw = (form: FormData) =>
  submit(form, {
    name: "enrol",
    send: ({ who }) => asMember(who, (members) => members.me["second-factor"].enrolments.$post()),
    next: async (_sent, reply) =>
      reply.status === 201 ? { enrolment: enrolmentOf((await reply.json()).otpauthUri) } : {},
  });

const confirm = (form: FormData, uri: string) =>
  submit(form, {
    name: "secondFactor",
    meaning: { 409: "enrolmentOver" },
    still: { enrolment: enrolmentOf(uri) },
    send: ({ values, who }) =>
      asMember(who, (members) => members.me["second-factor"].confirmations.$post({ json: values })),
    next: async (_sent, reply) => {
      if (reply.status !== 200) return {};
      refresh();
      return { enrolment: undefined, recoveryCodes: (await reply.json()).recoveryCodes };
    },
  });

/** Draws a secret, shows it, and enrols it once a code of it is right. It never stands in an address. */
export const setUp = async (_before: FormState, form: FormData) => {
  const uri = form.get("uri");
  return typeof uri === "string" ? confirm(form, uri) : draw(form);
};

export const renewRecoveryCodes = async (_before: FormState, form: FormData) =>
  submit(form, {
    name: "recoveryCodes",
    send: ({ who }) =>
      asMember(who, (members) => members.me["second-factor"]["recovery-codes"].$post()),
    next: async (_sent, reply) =>
      reply.status === 200 ? { recoveryCodes: (await reply.json()).recoveryCodes } : {},
  });

export const disable = async (_before: FormState, form: FormData) =>
  submit(form, {
    name: "disable",
    meaning: { 403: "staffKeep", 404: "gone" },
    send: ({ who }) => asMember(who, (members) => members.me["second-factor"].$delete()),
    next: ({ locale }) => `/${locale}/account/security?disabled=1`,
  });
