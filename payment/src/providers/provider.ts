import type { Currency } from "@jangteo/shared/money";

export type ProviderName = "sandbox" | "stripe" | "toss";

/** How a payment stands at its provider, amounts in minor units. */
export type Charge = {
  /** The provider's own name for it. */
  ref: string;
  /** The payment it was begun for, as we told the provider. */
  paymentId: string;
  state: "pending" | "authorised" | "captured" | "refunded" | "voided" | "failed";
  authorised: number;
  captured: number;
  refunded: number;
  /** Where the payer goes. */
  actionUrl: string | null;
  /** Why it failed, a stable word. */
  failure: string | null;
  instrument: { brand: string; last4: string } | null;
  /** Those of our operations that the provider knows to be done. */
  done: string[];
};

/** What to pay, for whom, and where the payer comes back to. */
export type Purchase = {
  paymentId: string;
  amount: number;
  currency: Currency;
  description: string;
  email: string;
  language: "ko" | "en";
  returnUrl: string;
};

/** A step at the provider: `id` is our name for it, `key` makes that it happens once. */
export type Step = { id: string; key: string; amount: number };
/** A payment that the provider knows, as we know it. `isOpen`: it may still be paid. */
export type Known = {
  ref: string;
  paymentId: string;
  amount: number;
  captured: number;
  isOpen: boolean;
};

/** Done, or refused for good. Anything else is thrown, and then nobody knows. */
export type Answer = { charge: Charge } | { refused: string };

/** What a provider told: about which charge, under which name; how that stood then, where it says all of it. */
type Told = {
  eventId: string;
  type: string;
  ref: string;
  paymentId: string | null;
  charge?: Charge;
};

/** A page of ours on which a provider's own script opens its window, and what the page may load. */
export type Page = { html: string; policy: string };

/** One company that moves money; every call has a deadline. */
export type Provider = {
  name: ProviderName;
  start: (purchase: Purchase, step: Step) => Promise<Answer>;
  capture: (payment: Known, step: Step) => Promise<Answer>;
  void: (payment: Known, step: Step) => Promise<Answer>;
  refund: (payment: Known, step: Step) => Promise<Answer>;
  /** How it stands now. */
  inquire: (payment: Known) => Promise<Charge | undefined>;
  /** What was begun for a payment, when we do not know what became of our asking. */
  find: (paymentId: string) => Promise<Charge | undefined>;
  /** Every charge of this shop that was begun since then. */
  recent: (since: Date) => Promise<Charge[]>;
  /** For providers without pages of their own. */
  page?: (purchase: Purchase) => Page;
  /** What a webhook says; undefined when its signature is not good or it is too old. */
  readWebhook: (rawBody: string, headers: Headers, now: Date) => Promise<Told | undefined>;
};
export type Providers = Partial<Record<ProviderName, Provider>>;
