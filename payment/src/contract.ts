/** What the documentation calls this service. */
export const about = {
  name: "payment",
  description: "Payments and their providers: authorised, captured, given back, and never twice.",
};

export * from "./contract/internal.ts";
export * from "./contract/payments.ts";
export * from "./contract/webhooks.ts";
export { NextAction, Payment, PaymentState } from "./contract/wire.ts";
