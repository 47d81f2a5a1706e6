"use server";

import { asStaff } from "../../lib/staff";
import { hiddenValue } from "../account/forms";
import { doneAt, submitStaff } from "../admin/submission";
import type { AdminState } from "../admin/values";
import { roles } from "./roles";

/** Leads to the member with an e-mail address. */
export const lookUpMember = async (_before: AdminState, form: FormData) =>
  submitStaff(form, {
    read: (typed) => ({ email: typed.text("email") }),
    send: (query, { who }) => asStaff(who, (staff) => staff.members.$get({ query })),
    at: () => "email",
    next: async (sent, reply) => {
      const [found] = reply.status === 200 ? (await reply.json()).items : [];
      return found
        ? `/${sent.locale}/admin/members/${found.id}`
        : doneAt("/admin/members", "nobody", sent);
    },
  });

/** Gives a member the roles that are ticked, and takes the others. */
export const changeRoles = async (_before: AdminState, form: FormData) =>
  submitStaff(form, {
    read: (typed) => ({ roles: roles.filter((role) => typed.isOn(role)) }),
    send: (json, { who }) =>
      asStaff(who, (staff) =>
        staff.members[":id"].roles.$put({ param: { id: hiddenValue(form, "_member") }, json }),
      ),
    conflict: { text: "lastOwner" },
    next: (sent) => doneAt(`/admin/members/${hiddenValue(form, "_member")}`, "saved", sent),
  });
