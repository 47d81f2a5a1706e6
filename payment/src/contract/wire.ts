import { z } from "@hono/zod-openapi";
import { currency } from "@jangteo/shared/money";

export const id = z.object({ id: z.uuid() });

/** Only ever forward: created -> requires_action -> authorised -> captured -> refunded; or voided, or failed. */
export const PaymentState = z
  .enum(["created", "requires_action", "authorised", "captured", "refunded", "voided", "failed"])
  .openapi("PaymentState");

/** What the payer has to do: go to this page of the provider and come back. */
export const NextAction = z
  .object({ type: z.literal("redirect"), url: z.url() })
  .openapi("NextAction");

export const provider = z.enum(["sandbox", "stripe", "toss"]);
const minorUnits = z.int().nonnegative().openapi({ description: "In minor units" });

/** Amounts are in minor units of `currency`: captured <= authorised <= amount, refunded <= captured. */
export const Payment = z
  .object({
    id: z.uuid(),
    checkoutId: z.uuid(),
    provider,
    method: z.string().openapi({ example: "card" }),
    state: PaymentState,
    currency,
    amount: minorUnits,
    authorised: minorUnits,
    captured: minorUnits,
    refunded: minorUnits,
    nextAction: NextAction.nullable(),
    failure: z
      .string()
      .nullable()
      .openapi({ description: "Why it failed, a stable word", example: "card_declined" }),
    instrument: z
      .object({ brand: z.string(), last4: z.string() })
      .nullable()
      .openapi({ description: "With what it was paid, as the provider tells it" }),
    createdAt: z.iso.datetime(),
  })
  .openapi("Payment");
export type Payment = z.infer<typeof Payment>;
