"use server";

import type { Outcome } from "../../../lib/members";
import { asStaff } from "../../../lib/staff";
import { hiddenValue } from "../../account/forms";
import type { Reply } from "../../account/problems";
import type { Values } from "../merge";
import { fieldOfPicture, pictureOf, readPictures, valuesOfPictures } from "../picture-form";
import { doneAt, madeOn, type Sent, submitStaff, subjectOf } from "../submission";
import type { AdminState } from "../values";

type Pictures = ReturnType<typeof readPictures>;

const put = (pictures: Pictures, sent: Sent, version: string) =>
  asStaff(sent.who, (staff) =>
    staff.products[":id"].pictures.$put({
      param: { id: subjectOf(sent, "_product") },
      header: madeOn({ ...sent, version }),
      json: { pictures },
    }),
  );

const readNow = (sent: Sent) =>
  asStaff(sent.who, (staff) =>
    staff.catalogue.products[":id"].$get({ param: { id: subjectOf(sent, "_product") } }),
  );

const pageOf = (sent: Sent) => `/admin/products/${subjectOf(sent, "_product")}/pictures`;

export const setPictures = async (_before: AdminState, form: FormData) => {
  const act = hiddenValue(form, "act");
  return submitStaff(form, {
    read: ({ values }) => readPictures(values, act),
    send: (pictures, sent) => put(pictures, sent, sent.version),
    at: (pointer, values: Values) =>
      fieldOfPicture(
        pointer,
        readPictures(values, act).map(({ file }) => file),
      ),
    now: async (sent) => {
      const found = await readNow(sent);
      if (found.kind !== "reply" || found.reply.status !== 200) return undefined;
      const product = await found.reply.json();
      return { version: product.version, values: valuesOfPictures(product) };
    },
    next: (sent) => doneAt(pageOf(sent), "saved", sent),
  });
};

/** Puts a picture that was uploaded behind the others: whatever they are by now, they stay. */
export const addPicture = async (_before: AdminState, form: FormData) => {
  const file = hiddenValue(form, "_file");
  return submitStaff(form, {
    read: ({ values }) => pictureOf(values, file),
    send: async (picture, sent): Promise<Outcome<Reply>> => {
      const found = await readNow(sent);
      if (found.kind !== "reply" || found.reply.status !== 200) return found;
      const { pictures, version } = await found.reply.json();
      const others = pictures
        .filter((one) => one.file !== file)
        .map(({ url: _url, ...one }) => one);
      return put([...others, picture], sent, String(version));
    },
    at: (pointer) => fieldOfPicture(pointer.replace(/^\/pictures\/\d+/, "/pictures/0"), [file]),
    next: (sent) => doneAt(pageOf(sent), "pictured", sent),
  });
};
