import { checkouts } from "./checkouts.ts";
import { events } from "./events.ts";
import type { Invariant } from "./invariant.ts";
import { keys } from "./keys.ts";
import { money } from "./money.ts";
import { owners } from "./owners.ts";
import { payments } from "./payments.ts";
import { stock } from "./stock.ts";

/** What must never break, whatever fails. */
export const invariants: readonly Invariant[] = [
  { number: 1, promise: "units sold never exceed units available", looks: stock },
  { number: 2, promise: "a checkout yields at most one order", looks: checkouts },
  { number: 3, promise: "a captured payment has one order or a full refund", looks: payments },
  { number: 4, promise: "the same key has one effect", looks: keys },
  { number: 5, promise: "a committed change emits its event", looks: events },
  { number: 6, promise: "a placed order's money does not change", looks: money },
  {
    number: 7,
    promise: "a reused refresh token ends its family",
    looks: [],
    reason: "sessions are in Redis; no database knows of them",
  },
  { number: 8, promise: "nobody reads or changes another's data", looks: owners },
];
