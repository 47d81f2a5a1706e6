"use server";

import { safePath } from "../../../lib/redirect";
import { comeIn, comeInByCode } from "../come-in";
import type { FormState } from "../forms";
import { submit } from "../submission";

const wayOn = (form: FormData, locale: string) => {
  const wanted = form.get("next");
  const home = `/${locale}/account`;
  return { locale, to: wanted === null || wanted === "" ? home : safePath(wanted) };
};
const home = ({ locale }: { locale: string }) => `/${locale}/account`;

export const login = async (_before: FormState, form: FormData) =>
  submit(form, {
    name: "login",
    meaning: { 401: "wrongCredentials" },
    send: ({ values, who, locale }) => comeIn(values, who, wayOn(form, locale)),
    next: home,
  });

export const enterCode = async (_before: FormState, form: FormData) =>
  submit(form, {
    name: "code",
    send: ({ values: { code }, who, locale }) => comeInByCode(code, who, wayOn(form, locale)),
    next: home,
  });
