import { firstTime, type Event } from "@jangteo/shared/outbox";
import { inbox } from "@jangteo/shared/schema/member";
import { and, eq } from "drizzle-orm";
import type { Transporter } from "nodemailer";

import { letters, type Desk } from "./letters.ts";

type Deps = Desk & { transport: Transporter; from: string };

export const mailConsumer = "mail";

/**
 * Sends the letters of an event. The inbox is written after the send: a crash between the two sends
 * them again under the same Message-IDs, which mailboxes fold.
 */
export const sendLetters = async ({ transport, from, ...desk }: Deps, event: Event) => {
  const kind = letters[event.type];
  if (!kind) return;
  const [done] = await desk.db
    .select({ eventId: inbox.eventId })
    .from(inbox)
    .where(and(eq(inbox.consumer, mailConsumer), eq(inbox.eventId, event.id)));
  if (done) return;
  const { hostname } = new URL(desk.storefrontUrl);
  for (const [index, letter] of (await kind.write(desk, event)).entries())
    await transport.sendMail({ ...letter, from, messageId: `<${event.id}.${index}@${hostname}>` });
  await kind.sent?.(desk, event);
  await firstTime(desk.db, inbox, mailConsumer, event.id);
};
