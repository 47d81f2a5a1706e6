"use server";

import { redirect } from "next/navigation";

import { idempotent, type Outcome } from "../../lib/members";
import { asStaff } from "../../lib/staff";
import { hiddenValue } from "../account/forms";
import type { Reply } from "../account/problems";
import {
  doneAt,
  madeOn,
  requireSure,
  type Sent,
  submitStaff,
  subjectOf,
} from "../admin/submission";
import type { AdminState } from "../admin/values";
import { homes, type Kind, readNewShelf, readParent, readShelf, valuesOfShelf } from "./form";

const slugOf = (sent: Sent) => subjectOf(sent, "_shelf");
const paramOf = (sent: Sent) => ({ slug: slugOf(sent) });
const taken = { field: "slug", text: "slugTaken" } as const;
const pageOf = (kind: Kind, slug: string) => `${homes[kind]}/${slug}`;

type SlugReply = Reply & { json: () => Promise<unknown> };

/** The page of a shelf as the API answered it: it may have got another slug. */
const shownAt = async (kind: Kind, done: string, sent: Sent, reply: SlugReply) => {
  const shelf: unknown = await reply.json();
  const slug = typeof shelf === "object" && shelf && "slug" in shelf ? String(shelf.slug) : "";
  return doneAt(pageOf(kind, slug), done, sent);
};

export const addCategory = async (_before: AdminState, form: FormData) =>
  submitStaff(form, {
    read: (typed) => ({ ...readNewShelf(typed), ...readParent(typed) }),
    send: (json, { who, key }) =>
      asStaff(who, (staff) => staff.categories.$post({ header: idempotent(key), json })),
    conflict: taken,
    next: (sent, reply) => shownAt("category", "made", sent, reply),
  });

export const addCollection = async (_before: AdminState, form: FormData) =>
  submitStaff(form, {
    read: readNewShelf,
    send: (json, { who, key }) =>
      asStaff(who, (staff) => staff.collections.$post({ header: idempotent(key), json })),
    conflict: taken,
    next: (sent, reply) => shownAt("collection", "made", sent, reply),
  });

const categoryNow = async (sent: Sent) => {
  const found = await asStaff(sent.who, (staff) =>
    staff.catalogue.categories[":slug"].$get({ param: paramOf(sent) }),
  );
  if (found.kind !== "reply" || found.reply.status !== 200) return undefined;
  const now = await found.reply.json();
  return { version: now.version, values: valuesOfShelf(now) };
};

const collectionNow = async (sent: Sent) => {
  const found = await asStaff(sent.who, (staff) =>
    staff.catalogue.collections[":slug"].$get({ param: paramOf(sent) }),
  );
  if (found.kind !== "reply" || found.reply.status !== 200) return undefined;
  const now = await found.reply.json();
  return { version: now.version, values: valuesOfShelf(now) };
};

export const changeCategory = async (_before: AdminState, form: FormData) =>
  submitStaff(form, {
    read: (typed) => ({ ...readShelf(typed), ...readParent(typed) }),
    send: (json, sent) =>
      asStaff(sent.who, (staff) =>
        staff.categories[":slug"].$patch({ param: paramOf(sent), header: madeOn(sent), json }),
      ),
    conflict: taken,
    now: categoryNow,
    next: (sent, reply) => shownAt("category", "saved", sent, reply),
  });

export const changeCollection = async (_before: AdminState, form: FormData) =>
  submitStaff(form, {
    read: readShelf,
    send: (json, sent) =>
      asStaff(sent.who, (staff) =>
        staff.collections[":slug"].$patch({ param: paramOf(sent), header: madeOn(sent), json }),
      ),
    conflict: taken,
    now: collectionNow,
    next: (sent, reply) => shownAt("collection", "saved", sent, reply),
  });

/** Nothing was typed that could be lost: the page shows what the shelf has become. */
const stale = (kind: Kind) => (sent: Sent) =>
  redirect(doneAt(pageOf(kind, slugOf(sent)), "stale", sent));

export const removeCategory = async (_before: AdminState, form: FormData) =>
  submitStaff(form, {
    read: requireSure,
    send: (_sure, sent) =>
      asStaff(sent.who, (staff) =>
        staff.categories[":slug"].$delete({ param: paramOf(sent), header: madeOn(sent) }),
      ),
    conflict: { text: "notEmpty" },
    now: stale("category"),
    next: (sent) => doneAt(homes.category, "gone", sent),
  });

export const removeCollection = async (_before: AdminState, form: FormData) =>
  submitStaff(form, {
    read: requireSure,
    send: (_sure, sent) =>
      asStaff(sent.who, (staff) =>
        staff.collections[":slug"].$delete({ param: paramOf(sent), header: madeOn(sent) }),
      ),
    now: stale("collection"),
    next: (sent) => doneAt(homes.collection, "gone", sent),
  });

/** `put:<product>` and `take:<product>`. */
const membershipOf = (form: FormData) => {
  const [what, id = ""] = hiddenValue(form, "act").split(":");
  return { isIn: what === "put", id };
};

export const setMembership = async (_before: AdminState, form: FormData) =>
  submitStaff(form, {
    read: () => membershipOf(form),
    send: ({ isIn, id }, sent): Promise<Outcome<Reply>> =>
      asStaff(sent.who, (staff): Promise<Reply> => {
        const one = staff.collections[":slug"].products[":id"];
        const param = { ...paramOf(sent), id };
        return isIn ? one.$put({ param }) : one.$delete({ param });
      }),
    next: (sent) =>
      doneAt(
        pageOf("collection", slugOf(sent)),
        membershipOf(sent.form).isIn ? "putIn" : "tookOut",
        sent,
      ),
  });
