import type { z } from "@hono/zod-openapi";
import type { Clock } from "@jangteo/shared/clock";

import { judge } from "./cards.ts";
import * as moves from "./charge.ts";
import type { Change, Charge, NewCharge, Step, StepName } from "./charge.ts";
import type { Answer, Event, Journal } from "./journal.ts";
import type { Webhooks } from "./webhooks.ts";

type Options = { journal: Journal; webhooks: Webhooks; publicUrl: string; clock: Clock };
/** What a request with an Idempotency-Key is known by. */
type Call = { key: string; fingerprint: string };
type Reply = Pick<Answer, "status" | "body">;

const typeOf = (before: Charge, after: Charge) =>
  after.refunded > before.refunded ? "charge.refunded" : `charge.${after.state}`;

/** What one can do at the sandbox. Nothing here waits, so one thing happens at a time. */
export const createDesk = ({ journal, webhooks, publicUrl, clock }: Options) => {
  const { charges, answers, write } = journal;

  const change = (before: Charge, after: Charge, answer?: Answer) => {
    const event: Event = {
      id: `evt_${crypto.randomUUID().replaceAll("-", "")}`,
      type: typeOf(before, after),
      createdAt: clock().toISOString(),
      data: after,
    };
    const silent = after.state === "challenged";
    write({ charge: after, ...(!silent && { event }), ...(answer && { answer }) });
    if (!silent) webhooks.send(event);
    return after;
  };

  const find = (id: string) => {
    const charge = charges.get(id);
    if (!charge || !moves.isOverdue(charge, clock())) return charge;
    const over = moves.fail(charge, "expired");
    return "charge" in over ? change(charge, over.charge) : charge;
  };

  /** The same answer for the same key, whatever became of the charge since. */
  const once = ({ key, fingerprint }: Call, work: (keep: (reply: Reply) => Answer) => Reply) => {
    const known = answers.get(key);
    if (known && known.fingerprint !== fingerprint)
      return { status: 422, body: { error: "key_reused" } };
    return known ?? work((reply) => ({ key, fingerprint, ...reply }));
  };

  const turn = (charge: Charge, made: Change) => {
    if ("charge" in made) change(charge, made.charge);
    return made;
  };

  return {
    create: (call: Call, wanted: z.infer<typeof NewCharge>) =>
      once(call, (keep) => {
        const charge = moves.open(wanted, publicUrl, clock());
        const answer = keep({ status: 201, body: charge });
        write({ charge, answer });
        return answer;
      }),

    step: (call: Call, id: string, name: StepName, step: Step) =>
      once(call, (keep) => {
        const charge = find(id);
        if (!charge) return { status: 404, body: { error: "no_such_charge" } };
        const made = moves.steps[name](charge, step);
        if ("refused" in made) {
          const answer = keep({ status: 402, body: { error: made.refused } });
          write({ answer });
          return answer;
        }
        const answer = keep({ status: 200, body: made.charge });
        change(charge, made.charge, answer);
        return answer;
      }),

    find,
    list: ({ reference, since }: { reference?: string | undefined; since?: string | undefined }) =>
      [...charges.keys()]
        .flatMap((id) => find(id) ?? [])
        .filter((one) => reference === undefined || one.reference === reference)
        .filter((one) => since === undefined || one.createdAt >= since),

    /** What the payer does on the page; "unknown" is a number that is none of the test's. */
    pay: (charge: Charge, number: string): Change => {
      const judged = judge(number);
      if (!judged) return { refused: "unknown_card" };
      const { verdict, card } = judged;
      if (verdict === "challenge") return turn(charge, moves.challenge(charge, card));
      if (verdict === "approved") return turn(charge, moves.authorise(charge, card));
      return turn(charge, moves.fail(charge, verdict, card));
    },
    confirm: (charge: Charge, isThem: boolean): Change => {
      if (charge.state !== "challenged") return { refused: "not_challenged" };
      const made = isThem ? moves.authorise(charge) : moves.fail(charge, "authentication_failed");
      return turn(charge, made);
    },
    cancel: (charge: Charge) => turn(charge, moves.fail(charge, "cancelled_by_payer")),
  };
};
export type Desk = ReturnType<typeof createDesk>;
