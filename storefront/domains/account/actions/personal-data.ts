"use server";

import { asMember } from "../../../lib/members";
import { sessions } from "../../../lib/server";
import { keepCookie } from "../../../lib/visitor";
import type { FormState } from "../forms";
import { sealReceipt } from "../receipt";
import { submit } from "../submission";

const done = { kind: "reply", reply: new Response(null, { status: 204 }) } as const;

/** Only asks who is there; the page it leads to begins the download. */
export const prepareDownload = async (_before: FormState, form: FormData) =>
  submit(form, {
    name: "data",
    send: async () => done,
    next: ({ locale }) => `/${locale}/account/security/data?ready=1`,
  });

export const erase = async (_before: FormState, form: FormData) =>
  submit(form, {
    name: "erase",
    meaning: { 409: "lastOwner" },
    send: ({ who }) => asMember(who, (members) => members.me.$delete()),
    next: async ({ locale, who }, reply) => {
      if (reply.status === 200) await keepCookie("receipt", sealReceipt(await reply.json()));
      if (who.handle) await sessions().end(who.handle);
      await keepCookie("session", "");
      await keepCookie("device", "");
      return `/${locale}/farewell`;
    },
  });
