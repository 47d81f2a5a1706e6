import type { Values } from "../admin/merge";
import type { Reader } from "../admin/typed";
import { eventTypes, fieldOfType, readTypes, valuesOfTypes } from "./events";
import type { Webhook } from "./queries";

export const valuesOfWebhook = ({ url, description, eventTypes: chosen }: Webhook): Values => ({
  ...{ url, description: description ?? "" },
  ...valuesOfTypes(chosen),
});

export const readWebhook = ({ text, values }: Reader) => ({
  url: text("url"),
  description: text("description") || null,
  eventTypes: readTypes(values),
});

/** A list without any type is refused as a whole: that is said at the first box. */
export const fieldOfWebhook = (pointer: string) => {
  const [first] = eventTypes;
  return pointer.startsWith("/eventTypes") && first ? fieldOfType(first) : undefined;
};

/** Hours for which the secrets before go on. */
const overlaps = { now: 0, day: 24, week: 168 } as const;
export const overlapNames = ["now", "day", "week"] as const;

export const readOverlap = ({ text }: Reader) => {
  const chosen = overlapNames.find((one) => one === text("overlap")) ?? "day";
  return { overlapHours: overlaps[chosen] };
};

/** Before everything that is kept, and the same each time: under one key a form must say one thing. */
const beginning = "1970-01-01T00:00:00Z";

export const readSince = ({ time }: Reader) => ({ since: time("since") ?? beginning });
