"use server";

import { safePath } from "../../../lib/redirect";
import { comeIn } from "../come-in";
import type { FormState } from "../forms";
import { submit } from "../submission";

const done = { kind: "reply", reply: new Response(null, { status: 204 }) } as const;

const goOn = (form: FormData, locale: string) => {
  const wanted = form.get("next");
  return wanted === null || wanted === "" ? `/${locale}/account` : safePath(wanted);
};

export const login = async (_before: FormState, form: FormData) =>
  submit(form, {
    name: "login",
    meaning: { 401: "wrongCredentials" },
    send: async ({ values, who }) => {
      const answer = await comeIn(values, who);
      return typeof answer === "string" ? done : answer;
    },
    next: ({ locale }) => goOn(form, locale),
  });
