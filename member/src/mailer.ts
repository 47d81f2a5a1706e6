import { deliver, type Post } from "@jangteo/shared/mailer";
import type { Event } from "@jangteo/shared/outbox";
import { inbox } from "@jangteo/shared/schema/member";

import { letters, type Desk } from "./letters.ts";

export const sendLetters = (desk: Desk & Post, event: Event) =>
  deliver(letters, inbox, desk, event);
