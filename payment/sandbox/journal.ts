import { appendFileSync, existsSync, readFileSync } from "node:fs";

import { z } from "@hono/zod-openapi";

import { Charge } from "./charge.ts";

export const Event = z.object({
  id: z.string(),
  type: z.string(),
  createdAt: z.iso.datetime(),
  data: Charge,
});
export type Event = z.infer<typeof Event>;

/** The answer to a request that had an Idempotency-Key. */
const Answer = z.object({
  key: z.string(),
  fingerprint: z.string(),
  status: z.int(),
  body: z.unknown(),
});
export type Answer = z.infer<typeof Answer>;

/** What happened at once: one line, whole or not there. */
const Entry = z.object({
  charge: Charge.optional(),
  answer: Answer.optional(),
  event: Event.optional(),
  delivered: z.string().optional(),
});
export type Entry = z.infer<typeof Entry>;

const whole = (line: string) => {
  try {
    return [Entry.parse(JSON.parse(line))];
  } catch {
    // The last line of a process that was killed while it wrote.
    return [];
  }
};

/** Everything the sandbox knows: in memory, and in a file that is only ever added to. */
export const openJournal = (file: string) => {
  const charges = new Map<string, Charge>();
  const answers = new Map<string, Answer>();
  const waiting = new Map<string, Event>();
  const take = ({ charge, answer, event, delivered }: Entry) => {
    if (charge) charges.set(charge.id, charge);
    if (answer) answers.set(answer.key, answer);
    if (event) waiting.set(event.id, event);
    if (delivered) waiting.delete(delivered);
  };
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
  lines.flatMap(whole).forEach(take);
  // Whatever was half written ends here.
  if (lines.at(-1)) appendFileSync(file, "\n");
  return {
    charges,
    answers,
    waiting,
    write: (entry: Entry) => {
      appendFileSync(file, `${JSON.stringify(entry)}\n`, { mode: 0o600 });
      take(entry);
    },
  };
};
export type Journal = ReturnType<typeof openJournal>;
