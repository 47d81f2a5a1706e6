import { z } from "@hono/zod-openapi";
import { language, text } from "@jangteo/shared/contract";
import { currency } from "@jangteo/shared/money";

const minorUnits = z.int().nonnegative();
/** The merchant's own name for something. */
const reference = z.string().min(1).max(120);

export const NewCharge = z.strictObject({
  shop: z.string().min(1).max(200),
  reference,
  amount: z.int().positive(),
  currency,
  description: text(120),
  email: z.email(),
  language,
  returnUrl: z.url({ protocol: /^https?$/ }),
});

/** `amount` in minor units; without it, all that is left. */
export const Step = z.strictObject({ reference, amount: z.int().positive().optional() });
export type Step = z.infer<typeof Step>;

export const Charge = z.object({
  ...NewCharge.shape,
  id: z.string(),
  url: z.url(),
  state: z.enum(["pending", "challenged", "authorised", "captured", "voided", "failed"]),
  authorised: minorUnits,
  captured: minorUnits,
  refunded: minorUnits,
  failure: z.string().nullable(),
  card: z.object({ brand: z.string(), last4: z.string() }).nullable(),
  /** The references of every step that took effect. */
  steps: z.array(z.string()),
  createdAt: z.iso.datetime(),
});
export type Charge = z.infer<typeof Charge>;

/** A change of a charge, or the word for why not. */
export type Change = { charge: Charge } | { refused: string };

const life = 30 * 60_000;
const waits = ({ state }: Charge) => state === "pending" || state === "challenged";

export const open = (wanted: z.infer<typeof NewCharge>, publicUrl: string, now: Date): Charge => {
  const id = `ch_${crypto.randomUUID().replaceAll("-", "")}`;
  return {
    ...wanted,
    id,
    url: new URL(`/pay/${id}`, publicUrl).href,
    state: "pending",
    ...{ authorised: 0, captured: 0, refunded: 0, failure: null, card: null, steps: [] },
    createdAt: now.toISOString(),
  };
};

/** A page that nobody finished stops to be one. */
export const isOverdue = (charge: Charge, now: Date) =>
  waits(charge) && Date.parse(charge.createdAt) + life < now.getTime();

const onlyWaiting = (charge: Charge, change: Partial<Charge>): Change =>
  waits(charge) ? { charge: { ...charge, ...change } } : { refused: "not_pending" };

export const fail = (charge: Charge, failure: string, card: Charge["card"] = charge.card) =>
  onlyWaiting(charge, { state: "failed", failure, card });
export const challenge = (charge: Charge, card: Charge["card"]) =>
  onlyWaiting(charge, { state: "challenged", card });
export const authorise = (charge: Charge, card: Charge["card"] = charge.card) =>
  onlyWaiting(charge, { state: "authorised", authorised: charge.amount, card });

/** What a merchant asks for. What is not captured at once is let go of. */
export const steps = {
  capture: (charge: Charge, { amount = charge.authorised, reference: name }: Step): Change => {
    if (charge.state !== "authorised") return { refused: `charge_${charge.state}` };
    if (amount > charge.authorised) return { refused: "amount_too_large" };
    const done = [...charge.steps, name];
    return { charge: { ...charge, state: "captured", captured: amount, steps: done } };
  },
  void: (charge: Charge, { reference: name }: Step): Change => {
    if (!waits(charge) && charge.state !== "authorised")
      return { refused: `charge_${charge.state}` };
    return { charge: { ...charge, state: "voided", steps: [...charge.steps, name] } };
  },
  refund: (charge: Charge, { amount, reference: name }: Step): Change => {
    const left = charge.captured - charge.refunded;
    const given = amount ?? left;
    if (charge.state !== "captured") return { refused: `charge_${charge.state}` };
    if (given > left || given === 0) return { refused: "amount_too_large" };
    const refunded = charge.refunded + given;
    return { charge: { ...charge, refunded, steps: [...charge.steps, name] } };
  },
};
export type StepName = keyof typeof steps;
