import { z } from "@hono/zod-openapi";
import type { Db } from "@jangteo/shared/database";
import { firstTime, type Event } from "@jangteo/shared/outbox";
import { inbox, members, passwordResets, signUps } from "@jangteo/shared/schema/member";
import { and, eq } from "drizzle-orm";
import type { Transporter } from "nodemailer";

import * as mails from "./mails.ts";
import type { OneTimeTokens } from "./one-time-tokens.ts";

type Deps = {
  db: Db;
  transport: Transporter;
  tokens: OneTimeTokens;
  from: string;
  storefrontUrl: string;
};
type Letter = mails.Mail & { to: string };
type Write = (deps: Deps, id: string) => Promise<Letter | undefined>;

const Payload = z.record(z.string(), z.coerce.string());

export const mailConsumer = "mail";

const pageOf = ({ storefrontUrl }: Deps, language: string, page: string, token?: string) => {
  const url = new URL(`/${language}/${page}`, storefrontUrl);
  if (token) url.searchParams.set("token", token);
  return url.href;
};

const personOf = async ({ db }: Deps, id: string) => {
  const { email, name, language } = members;
  const [person] = await db
    .select({ email, name, language })
    .from(members)
    .where(eq(members.id, id));
  return person;
};

/** Each event that wants a letter, and the field of its payload that says about what. */
const letters: Record<string, { field: string; write: Write }> = {
  "member.sign_up_requested": {
    field: "signUpId",
    write: async (deps, id) => {
      const [row] = await deps.db.select().from(signUps).where(eq(signUps.id, id));
      if (!row) return undefined;
      const link = pageOf(deps, row.language, "verify", deps.tokens.issue("verify", id));
      return { to: row.email, ...mails.verificationMail(row.language, row.name, link) };
    },
  },
  "member.sign_up_repeated": {
    field: "memberId",
    write: async (deps, id) => {
      const person = await personOf(deps, id);
      if (!person) return undefined;
      const link = pageOf(deps, person.language, "login");
      return { to: person.email, ...mails.alreadyMemberMail(person.language, person.name, link) };
    },
  },
  "member.password_reset_requested": {
    field: "resetId",
    write: async (deps, id) => {
      const [reset] = await deps.db.select().from(passwordResets).where(eq(passwordResets.id, id));
      const person = reset && (await personOf(deps, reset.memberId));
      if (!person) return undefined;
      const link = pageOf(deps, person.language, "reset", deps.tokens.issue("reset", id));
      return { to: person.email, ...mails.resetMail(person.language, person.name, link) };
    },
  },
  "member.password_changed": {
    field: "memberId",
    write: async (deps, id) => {
      const person = await personOf(deps, id);
      if (!person) return undefined;
      return { to: person.email, ...mails.passwordChangedMail(person.language, person.name) };
    },
  },
};

/**
 * Sends the letter of an event. The inbox is written after the send: a crash between the two sends
 * it again under the same Message-ID, which mailboxes fold.
 */
export const sendLetter = async (deps: Deps, event: Event) => {
  const kind = letters[event.type];
  if (!kind) return;
  const [sent] = await deps.db
    .select({ eventId: inbox.eventId })
    .from(inbox)
    .where(and(eq(inbox.consumer, mailConsumer), eq(inbox.eventId, event.id)));
  if (sent) return;
  const { [kind.field]: id = "" } = Payload.parse(event.payload);
  const letter = await kind.write(deps, id);
  if (letter)
    await deps.transport.sendMail({
      ...letter,
      from: deps.from,
      messageId: `<${event.id}@${new URL(deps.storefrontUrl).hostname}>`,
    });
  await firstTime(deps.db, inbox, mailConsumer, event.id);
};
