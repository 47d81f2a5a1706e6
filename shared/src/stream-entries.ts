import { z } from "@hono/zod-openapi";

import type { Event } from "./outbox.ts";

/** What Redis answers of a stream: ids with names and values in turn. */
export const Entries = z.array(z.tuple([z.string(), z.array(z.string())]));
export type Entry = z.infer<typeof Entries>[number];
export const Pending = z.array(z.tuple([z.string(), z.string(), z.number(), z.number()]));
export const Read = z.array(z.tuple([z.string(), Entries])).nullable();

export const toEvent = ([, fields]: Entry): Event => {
  const get = (name: string) => fields[fields.indexOf(name) + 1] ?? "";
  const payload: unknown = JSON.parse(get("payload"));
  return { id: get("id"), type: get("type"), payload, traceparent: get("traceparent") || null };
};
