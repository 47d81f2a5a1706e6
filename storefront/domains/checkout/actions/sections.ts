"use server";

import { asMember, idempotent } from "../../../lib/members";
import { type FormState, hiddenValue, readValues } from "../../account/forms";
import { saveSection, type Sent } from "../submission";
import { readWhere } from "../where";

/** Keeps what was typed for the next time, if it can: the purchase goes on without it. */
const keepAddress = async ({ who, key }: Sent, json: ReturnType<typeof readWhere>["address"]) => {
  await asMember(who, (members) =>
    members.me.addresses.$post({
      header: idempotent(`address:${key}`),
      json: { ...json, isDefault: false },
    }),
  );
};

/** Who buys, and where it goes. */
export const saveWhere = async (_before: FormState, form: FormData) =>
  saveSection(form, {
    name: "where",
    read: async (sent) => {
      const values = readValues("where", form);
      const chosen = hiddenValue(form, "saved");
      const { email, address, wrong } = readWhere(values);
      if (chosen === "" || chosen === "new") {
        if (values.save === "on" && Object.keys(wrong).length === 0)
          await keepAddress(sent, address);
        return { wrong, body: { email, language: sent.locale, shippingAddress: address } };
      }
      const kept = await asMember(sent.who, (members) => members.me.addresses.$get(), {
        reading: true,
      });
      if (kept.kind !== "reply" || kept.reply.status !== 200) return undefined;
      const { items } = await kept.reply.json();
      const found = items.find(({ id }) => id === chosen);
      if (!found) return undefined;
      const { id: _id, isDefault: _isDefault, ...shippingAddress } = found;
      const wrongEmail = wrong["email"] === undefined ? {} : { email: wrong["email"] };
      return { wrong: wrongEmail, body: { email, language: sent.locale, shippingAddress } };
    },
    next: "how",
  });

/** By which way it goes. */
export const saveHow = async (_before: FormState, form: FormData) =>
  saveSection(form, {
    name: "how",
    read: () => {
      const { shippingMethod } = readValues("how", form);
      const wrong = shippingMethod === "" ? { shippingMethod: "choice" as const } : {};
      return { wrong, body: { shippingMethod } };
    },
    next: "pay",
  });
