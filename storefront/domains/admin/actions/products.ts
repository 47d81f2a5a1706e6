"use server";

import { redirect } from "next/navigation";

import { idempotent } from "../../../lib/members";
import { asStaff } from "../../../lib/staff";
import { hiddenValue } from "../../account/forms";
import { fieldOfOption, readOptions, valuesOfOptions } from "../option-form";
import {
  fieldOfProduct,
  readNewProduct,
  readProduct,
  slugOf,
  valuesOfProduct,
} from "../product-form";
import { doneAt, madeOn, type Sent, submitStaff, subjectOf } from "../submission";
import type { AdminState } from "../values";

/** The product as it is now, and what can be chosen for it. */
const readNow = async (sent: Sent) => {
  const param = { id: subjectOf(sent, "_product") };
  const [product, vocabulary] = await Promise.all([
    asStaff(sent.who, (staff) => staff.catalogue.products[":id"].$get({ param })),
    asStaff(sent.who, (staff) => staff.catalogue.vocabulary.$get()),
  ]);
  if (product.kind !== "reply" || product.reply.status !== 200) return undefined;
  if (vocabulary.kind !== "reply" || vocabulary.reply.status !== 200) return undefined;
  return { product: await product.reply.json(), vocabulary: await vocabulary.reply.json() };
};

export const beginProduct = async (_before: AdminState, form: FormData) =>
  submitStaff(form, {
    read: (typed) => {
      const product = readNewProduct(typed);
      // Without an English name there is none to make it of: then only the name is asked for.
      const made = product.name.en === "" ? "unnamed" : slugOf(product.name.en);
      return { ...product, slug: product.slug || made };
    },
    send: (json, { who, key }) =>
      asStaff(who, (staff) => staff.products.$post({ header: idempotent(key), json })),
    conflict: { field: "slug", text: "slugTaken" },
    next: async (sent, reply) => {
      const { id } = reply.status === 201 ? await reply.json() : { id: "" };
      return doneAt(`/admin/products/${id}`, "begun", sent);
    },
  });

export const changeProduct = async (_before: AdminState, form: FormData) =>
  submitStaff(form, {
    read: readProduct,
    send: (json, sent) =>
      asStaff(sent.who, (staff) =>
        staff.products[":id"].$patch({
          param: { id: subjectOf(sent, "_product") },
          header: madeOn(sent),
          json,
        }),
      ),
    at: fieldOfProduct,
    conflict: { field: "slug", text: "slugTaken" },
    now: async (sent) => {
      const now = await readNow(sent);
      return (
        now && {
          version: now.product.version,
          values: valuesOfProduct(now.product, now.vocabulary),
        }
      );
    },
    next: (sent) => doneAt(`/admin/products/${subjectOf(sent, "_product")}`, "saved", sent),
  });

const statuses = ["draft", "active", "archived"] as const;

export const changeStatus = async (_before: AdminState, form: FormData) =>
  submitStaff(form, {
    read: () => statuses.find((one) => one === form.get("act")) ?? "draft",
    send: (status, sent) =>
      asStaff(sent.who, (staff) =>
        staff.products[":id"].$patch({
          param: { id: subjectOf(sent, "_product") },
          header: madeOn(sent),
          json: { status },
        }),
      ),
    conflict: { text: "needsPrice" },
    // Nothing was typed that could be lost: the page shows what it has become.
    now: (sent) =>
      redirect(doneAt(`/admin/products/${subjectOf(sent, "_product")}`, "stale", sent)),
    next: (sent) =>
      doneAt(`/admin/products/${subjectOf(sent, "_product")}`, hiddenValue(sent.form, "act"), sent),
  });

export const changeOptions = async (_before: AdminState, form: FormData) =>
  submitStaff(form, {
    read: readOptions,
    send: (options, sent) =>
      asStaff(sent.who, (staff) =>
        staff.products[":id"].$patch({
          param: { id: subjectOf(sent, "_product") },
          header: madeOn(sent),
          json: { options },
        }),
      ),
    at: fieldOfOption,
    conflict: { text: "optionInUse" },
    now: async (sent) => {
      const now = await readNow(sent);
      return now && { version: now.product.version, values: valuesOfOptions(now.product) };
    },
    next: (sent) => doneAt(`/admin/products/${subjectOf(sent, "_product")}/options`, "saved", sent),
  });
