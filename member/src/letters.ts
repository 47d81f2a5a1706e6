import { z } from "@hono/zod-openapi";
import type { Language } from "@jangteo/shared/contract";
import type { Db } from "@jangteo/shared/database";
import { timeOf } from "@jangteo/shared/id";
import type { Mail } from "@jangteo/shared/mail";
import type * as mailer from "@jangteo/shared/mailer";
import type { Event } from "@jangteo/shared/outbox";
import { emailChanges, members, passwordResets, signUps } from "@jangteo/shared/schema/member";
import { eq } from "drizzle-orm";

import { deviceOf } from "./device.ts";
import { findFarewell, forgetFarewell } from "./farewells.ts";
import * as mails from "./mails.ts";
import * as notices from "./notices.ts";
import type { OneTimeTokens } from "./one-time-tokens.ts";
import type { Sealing } from "./sealing.ts";

export type Desk = { db: Db; tokens: OneTimeTokens; sealing: Sealing; storefrontUrl: string };
type Person = { email: string; name: string; language: Language };
type Kind = mailer.Kind<Desk>;

const Payload = z.record(z.string(), z.unknown());
const idOf = (event: Event, field: string) => {
  const id = Payload.parse(event.payload)[field];
  return z.uuid().parse(id);
};

const pageOf = ({ storefrontUrl }: Desk, language: string, page: string, token?: string) => {
  const url = new URL(`/${language}/${page}`, storefrontUrl);
  if (token) url.searchParams.set("token", token);
  return url.href;
};

const { email, name, language } = members;
const findPerson = async ({ db }: Desk, where: ReturnType<typeof eq>) => {
  const [person] = await db.select({ email, name, language }).from(members).where(where);
  return person;
};

/** One letter to the member whom an event is about, if it still is one. */
const toMember = (compose: (person: Person, desk: Desk, event: Event) => Mail): Kind => ({
  write: async (desk, event) => {
    const person = await findPerson(desk, eq(members.id, idOf(event, "memberId")));
    return person ? [{ to: person.email, ...compose(person, desk, event) }] : [];
  },
});

type Notice = (language: Language, name: string) => Mail;
const telling = (notice: Notice) => toMember((person) => notice(person.language, person.name));

const findEmailChange = async (desk: Desk, event: Event) => {
  const { db } = desk;
  const id = idOf(event, "emailChangeId");
  const [change] = await db.select().from(emailChanges).where(eq(emailChanges.id, id));
  const person = change && (await findPerson(desk, eq(members.id, change.memberId)));
  return person && { change, person };
};

const emailChangeRequested: Kind["write"] = async (desk, event) => {
  const found = await findEmailChange(desk, event);
  if (!found) return [];
  const { change, person } = found;
  const holder = await findPerson(desk, eq(members.email, change.email));
  const link = pageOf(desk, person.language, "email", desk.tokens.issue("email", change.id));
  const invitation = holder
    ? notices.emailTakenMail(holder.language, holder.name, pageOf(desk, holder.language, "login"))
    : notices.emailChangeMail(person.language, person.name, link);
  const warning = notices.emailChangeNoticeMail(person.language, person.name);
  return [
    { to: change.email, ...invitation },
    { to: change.previousEmail, ...warning },
  ];
};

const emailChanged: Kind["write"] = async (desk, event) => {
  const found = await findEmailChange(desk, event);
  if (!found) return [];
  const { change, person } = found;
  const told = notices.emailChangedMail(person.language, person.name);
  return [change.email, change.previousEmail].map((to) => ({ to, ...told }));
};

const SignIn = z.object({ newDevice: z.boolean(), userAgent: z.string(), ipAddress: z.string() });

const newDevice = toMember((person, desk, event) => {
  const { userAgent, ipAddress } = SignIn.parse(event.payload);
  const time = { dateStyle: "long", timeStyle: "long", timeZone: "Asia/Seoul" } as const;
  const at = new Intl.DateTimeFormat(person.language, time).format(timeOf(event.id));
  const link = pageOf(desk, person.language, "account/security");
  const signIn = { at, device: deviceOf(userAgent), ipAddress };
  return notices.newDeviceMail(person.language, person.name, signIn, link);
});

/** Each event that wants letters. */
export const letters: Record<string, Kind> = {
  "member.sign_up_requested": {
    write: async (desk, event) => {
      const id = idOf(event, "signUpId");
      const [row] = await desk.db.select().from(signUps).where(eq(signUps.id, id));
      if (!row) return [];
      const link = pageOf(desk, row.language, "verify", desk.tokens.issue("verify", id));
      return [{ to: row.email, ...mails.verificationMail(row.language, row.name, link) }];
    },
  },
  "member.sign_up_repeated": toMember((person, desk) =>
    mails.alreadyMemberMail(person.language, person.name, pageOf(desk, person.language, "login")),
  ),
  "member.password_reset_requested": {
    write: async (desk, event) => {
      const id = idOf(event, "resetId");
      const { db, tokens } = desk;
      const [reset] = await db.select().from(passwordResets).where(eq(passwordResets.id, id));
      const person = reset && (await findPerson(desk, eq(members.id, reset.memberId)));
      if (!person) return [];
      const link = pageOf(desk, person.language, "reset", tokens.issue("reset", id));
      return [{ to: person.email, ...mails.resetMail(person.language, person.name, link) }];
    },
  },
  "member.password_changed": telling(mails.passwordChangedMail),
  "member.email_change_requested": { write: emailChangeRequested },
  "member.email_changed": { write: emailChanged },
  "member.second_factor_enabled": telling(notices.secondFactorEnabledMail),
  "member.second_factor_disabled": telling(notices.secondFactorDisabledMail),
  "member.passkey_added": telling(notices.passkeyAddedMail),
  "member.passkey_removed": telling(notices.passkeyRemovedMail),
  "member.recovery_code_used": telling(notices.recoveryCodeUsedMail),
  "member.erased": {
    write: async ({ db, sealing }, event) => {
      const person = await findFarewell(db, sealing, idOf(event, "farewellId"));
      return person
        ? [{ to: person.email, ...notices.erasedMail(person.language, person.name) }]
        : [];
    },
    sent: ({ db }, event) => forgetFarewell(db, idOf(event, "farewellId")),
  },
  "auth.signed_in": {
    write: async (desk, event) =>
      SignIn.parse(event.payload).newDevice ? newDevice.write(desk, event) : [],
  },
};
