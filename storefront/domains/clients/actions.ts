"use server";

import { asStaff } from "../../lib/staff";
import { type FormState, hiddenValue, type Values } from "../account/forms";
import { submit } from "../account/submission";

type Ticked = Pick<Values<"changeClient">, "catalogue" | "promotions">;

/** What the boxes permit, as the API names it. */
const scopesOf = ({ catalogue, promotions }: Ticked) => [
  ...(catalogue === "on" ? ["catalogue:write" as const] : []),
  ...(promotions === "on" ? ["promotions:write" as const] : []),
];

const pageOf = (form: FormData, { key, locale }: { key: string; locale: string }) =>
  `/${locale}/admin/clients/${hiddenValue(form, "client")}?done=saved&at=${key.slice(0, 8)}`;

/** The answer holds the secret, which is shown this once. */
export const registerClient = async (_before: FormState, form: FormData) =>
  submit(form, {
    name: "registerClient",
    meaning: { 400: "nothingPermitted", 409: "clientTaken" },
    send: ({ who, values: { id, name, ...ticked } }) =>
      asStaff(who, (staff) =>
        staff["api-clients"].$post({ json: { id, name, scopes: scopesOf(ticked) } }),
      ),
    next: async (_sent, reply) => ({
      ...(reply.status === 201 && { secret: (await reply.json()).secret }),
    }),
  });

export const changeClient = async (_before: FormState, form: FormData) =>
  submit(form, {
    name: "changeClient",
    meaning: { 400: "nothingPermitted", 412: "changedMeanwhile" },
    send: ({ who, values: { name, disabled, ...ticked } }) =>
      asStaff(who, (staff) =>
        staff["api-clients"][":id"].$patch({
          param: { id: hiddenValue(form, "client") },
          header: { "if-match": `"${hiddenValue(form, "version")}"` },
          json: { name, scopes: scopesOf(ticked), disabled: disabled === "on" },
        }),
      ),
    next: (sent) => pageOf(form, sent),
  });

/** A minute less than the seven days that the API allows at most. */
const minutes = { now: 0, day: 24 * 60, week: 7 * 24 * 60 - 1 };
const isOverlap = (value: string): value is keyof typeof minutes => value in minutes;

/** Another secret, beside which the others go on for as long as was chosen. */
export const rotateSecret = async (_before: FormState, form: FormData) =>
  submit(form, {
    name: "rotateSecret",
    meaning: { 409: "tooManySecrets" },
    send: async ({ who, values: { overlap }, ...sent }) => {
      if (!isOverlap(overlap)) return { kind: "go", to: pageOf(form, sent) };
      const wait = minutes[overlap];
      const othersUntil = new Date(Date.now() + wait * 60_000).toISOString();
      return asStaff(who, (staff) =>
        staff["api-clients"][":id"].secrets.$post({
          param: { id: hiddenValue(form, "client") },
          json: wait === 0 ? {} : { othersUntil },
        }),
      );
    },
    next: async (_sent, reply) => ({
      ...(reply.status === 201 && { secret: (await reply.json()).secret }),
    }),
  });

export const endSecret = async (_before: FormState, form: FormData) =>
  submit(form, {
    name: "endSecret",
    meaning: { 404: "gone" },
    send: ({ who }) =>
      asStaff(who, (staff) =>
        staff["api-clients"][":id"].secrets[":secretId"].$delete({
          param: { id: hiddenValue(form, "client"), secretId: hiddenValue(form, "secret") },
        }),
      ),
    next: (sent) => pageOf(form, sent),
  });
