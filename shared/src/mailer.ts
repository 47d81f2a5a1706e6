import type { Redis } from "ioredis";
import type { SendMailOptions, Transporter } from "nodemailer";
import { z } from "zod";

import type { Db } from "./database.ts";
import type { Log } from "./log.ts";
import type { Mail } from "./mail.ts";
import { firstTime, wasApplied, type Event, type Inbox } from "./outbox.ts";
import { startConsumer } from "./stream.ts";

export type Letter = Mail & { to: string };
/** The letters that an event wants. */
export type Kind<D> = {
  write: (desk: D, event: Event) => Promise<Letter[]>;
  /** What is done with once the letters are gone. */
  sent?: (desk: D, event: Event) => Promise<void>;
};

/** Where letters are written: what they tell of, and the shop that their links open. */
export type Desk = { db: Db; storefrontUrl: string };
export type Post = { transport: Pick<Transporter, "sendMail">; from: string; log?: Log };

export const mailConsumer = "mail";

const connectPost = async (url: string) => {
  const { createTransport } = await import("nodemailer");
  return createTransport({
    ...{ url, pool: true, maxConnections: 1 },
    ...{ connectionTimeout: 3000, greetingTimeout: 3000, socketTimeout: 5000 },
  });
};

/**
 * One connection for many letters. A mail server that hangs keeps nobody waiting for longer than an
 * unfinished event rests. What it takes to send is loaded with the first letter: every start would wait for it.
 */
export const openPost = (url: string) => {
  const opened: { transport?: ReturnType<typeof connectPost> } = {};
  return {
    sendMail: async (mail: SendMailOptions) =>
      (await (opened.transport ??= connectPost(url))).sendMail(mail),
    close: async () => (await opened.transport)?.close(),
  };
};

const Refusal = z.object({
  code: z.literal(["EENVELOPE", "EMESSAGE"]),
  responseCode: z.int().min(500),
});

/** Sends a letter, unless its mail server will never take it: trying again would not change that. */
const send = async ({ transport, log }: Post, event: Event, mail: object) => {
  try {
    await transport.sendMail(mail);
  } catch (error) {
    const refusal = Refusal.safeParse(error).data;
    if (!refusal) throw error;
    const { responseCode: answer } = refusal;
    log?.error("A letter was refused", { event: event.type, event_id: event.id, answer });
  }
};

/**
 * Sends the letters of an event. The inbox is written after the send: a crash between the two sends
 * them again under the same Message-IDs, which mailboxes fold.
 */
export const deliver = async <D extends Desk & Post>(
  letters: Record<string, Kind<D>>,
  inbox: Inbox,
  desk: D,
  event: Event,
) => {
  const kind = letters[event.type];
  if (!kind) return;
  if (await wasApplied(desk.db, inbox, mailConsumer, event.id)) return;
  const { hostname } = new URL(desk.storefrontUrl);
  for (const [index, letter] of (await kind.write(desk, event)).entries())
    await send(desk, event, {
      ...{ ...letter, from: desk.from },
      messageId: `<${event.id}.${index}@${hostname}>`,
    });
  await kind.sent?.(desk, event);
  await firstTime(desk.db, inbox, mailConsumer, event.id);
};

/** Writes the letters of a service's events, for fourteen hours if no mail server answers. */
export const startMailing = (
  redis: Redis,
  service: string,
  handle: (event: Event) => Promise<void>,
  log: Log,
) =>
  startConsumer({
    ...{ redis, service, group: mailConsumer, handle, log },
    ...{ tries: 5000, retryAfter: 10_000 },
  });
