import { Stripe } from "stripe";

import type { Answer, Charge, Known, Provider, Purchase, Step } from "./provider.ts";

type Session = Stripe.Checkout.Session;
type Options = {
  apiKey: string;
  webhookSecret: string;
  /** Our name among those who use the same account. */
  shop: string;
  deadline?: number;
  /** Where Stripe is, if not where it usually is. */
  server?: { protocol: "http" | "https"; host: string; port: number };
};

const tolerance = 300;
/** Seconds; a page lives for at least 30 minutes from when it is made, which may be late. */
const pageLife = 60 * 60;
const letGo = { state: "voided", failure: null } as const;
const withIntent = { expand: ["payment_intent.latest_charge"] };
/** A result that is not final: asking again may bring another. */
const passing = new Set([401, 403, 409, 429]);

const idOf = (value: string | { id: string } | null | undefined) =>
  typeof value === "string" ? value : value?.id;
const whole = <T extends object>(value: string | T | null | undefined) =>
  typeof value === "object" && value !== null ? value : undefined;

/** A refusal in Stripe's words, or the error itself when nobody knows what happened. */
const refusalOf = (error: unknown): Answer => {
  const isFinal =
    error instanceof Stripe.errors.StripeError &&
    error.statusCode !== undefined &&
    error.statusCode >= 400 &&
    error.statusCode < 500 &&
    !passing.has(error.statusCode);
  if (!isFinal) throw error;
  return { refused: error.decline_code ?? error.code ?? error.type };
};

const stateOf = (session: Session, intent: Stripe.PaymentIntent | undefined): Charge["state"] => {
  if (intent?.status === "requires_capture") return "authorised";
  if (intent?.status === "succeeded") {
    const given = whole(intent.latest_charge)?.amount_refunded ?? 0;
    return given >= intent.amount_received ? "refunded" : "captured";
  }
  if (intent?.status === "canceled") return "voided";
  return session.status === "expired" ? "failed" : "pending";
};

const toCharge = (session: Session, refunds: Stripe.Refund[] = []): Charge => {
  const intent = whole(session.payment_intent);
  const paid = whole(intent?.latest_charge);
  const card = paid?.payment_method_details?.card;
  const state = stateOf(session, intent);
  const captured = intent?.amount_received ?? 0;
  const isHeld = state === "authorised" || state === "captured" || state === "refunded";
  return {
    ref: session.id,
    paymentId: session.client_reference_id ?? "",
    state,
    authorised: isHeld ? (intent?.amount ?? 0) : 0,
    captured,
    refunded: paid?.amount_refunded ?? 0,
    actionUrl: session.url,
    failure: state === "failed" ? "expired" : null,
    instrument: card?.last4 ? { brand: card.brand ?? "card", last4: card.last4 } : null,
    done: refunds
      .filter(({ status }) => status !== "failed" && status !== "canceled")
      .flatMap(({ metadata }) => metadata?.["operation"] ?? []),
  };
};

/** When a payment was begun, as its id tells (UUIDv7, RFC 9562), in seconds. */
const begunAt = (paymentId: string) =>
  Math.floor(Number.parseInt(paymentId.replaceAll("-", "").slice(0, 12), 16) / 1000);

/** Stripe: a Checkout Session as the hosted page, money held first and taken later. */
export const createStripe = (options: Options): Provider => {
  const { apiKey, webhookSecret, shop, deadline = 10_000, server } = options;
  const stripe = new Stripe(apiKey, {
    ...server,
    timeout: deadline,
    // An unknown result is looked up, and never asked for again by itself.
    maxNetworkRetries: 0,
    telemetry: false,
    httpClient: Stripe.createFetchHttpClient(),
  });
  const { sessions } = stripe.checkout;
  const read = (ref: string) => sessions.retrieve(ref, withIntent);

  const current = async ({ ref }: Known) => {
    const session = await read(ref);
    const intent = idOf(session.payment_intent);
    const refunds = intent
      ? await stripe.refunds.list({ payment_intent: intent, limit: 100 })
      : undefined;
    return toCharge(session, refunds?.data);
  };
  /** Does something to the money behind a page, and answers how it stands then. */
  const onIntent = async (known: Known, work: (intent: string) => Promise<unknown>) => {
    const intent = idOf((await read(known.ref)).payment_intent);
    if (!intent) return { refused: "not_paid" };
    const refused = await work(intent).then(() => undefined, refusalOf);
    return refused ?? { charge: await current(known) };
  };
  const list = async (created: Stripe.RangeQueryParam) => {
    const found: Session[] = [];
    const expand = ["data.payment_intent.latest_charge"];
    for await (const session of sessions.list({ created, limit: 100, expand }))
      if (session.metadata?.["shop"] === shop) found.push(session);
    return found;
  };

  const begin = (purchase: Purchase, key: string) => {
    const { paymentId, amount, currency, description, email, language, returnUrl } = purchase;
    const metadata = { payment: paymentId, shop };
    return sessions.create(
      {
        mode: "payment",
        client_reference_id: paymentId,
        customer_email: email,
        locale: language,
        line_items: [
          {
            quantity: 1,
            price_data: {
              // Stripe counts as we do: won as they are, dollars in cents.
              ...{ currency: currency.toLowerCase(), unit_amount: amount },
              product_data: { name: description },
            },
          },
        ],
        payment_intent_data: { capture_method: "manual", description, metadata },
        metadata,
        ...{ success_url: returnUrl, cancel_url: returnUrl },
        expires_at: begunAt(paymentId) + pageLife,
      },
      { idempotencyKey: key },
    );
  };

  return {
    name: "stripe",
    start: (purchase, { key }) =>
      begin(purchase, key).then((session) => ({ charge: toCharge(session) }), refusalOf),
    capture: (known, { amount, key }: Step) =>
      onIntent(known, (intent) =>
        stripe.paymentIntents.capture(
          intent,
          { amount_to_capture: amount },
          { idempotencyKey: key },
        ),
      ),
    void: async (known, { key }) => {
      const session = await read(known.ref);
      if (session.status !== "open")
        return onIntent(known, (intent) =>
          stripe.paymentIntents.cancel(intent, {}, { idempotencyKey: key }),
        );
      return sessions
        .expire(known.ref, {}, { idempotencyKey: key })
        .then((over) => ({ charge: { ...toCharge(over), ...letGo } }), refusalOf);
    },
    refund: (known, { id, amount, key }) =>
      onIntent(known, (intent) =>
        stripe.refunds.create(
          { payment_intent: intent, amount, metadata: { operation: id } },
          { idempotencyKey: key },
        ),
      ),
    inquire: current,
    find: async (paymentId) => {
      const at = begunAt(paymentId);
      const near = await list({ gte: at - 60, lte: at + 3600 });
      const session = near.find((one) => one.client_reference_id === paymentId);
      return session && toCharge(session);
    },
    recent: async (since) =>
      (await list({ gte: Math.floor(since.getTime() / 1000) })).map((one) => toCharge(one)),
    readWebhook: async (rawBody, headers, now) => {
      const signature = headers.get("stripe-signature") ?? "";
      try {
        const event = await stripe.webhooks.constructEventAsync(
          ...([rawBody, signature, webhookSecret, tolerance, undefined] as const),
          now.getTime(),
        );
        const about = event.data.object;
        return {
          ...{ eventId: event.id, type: event.type },
          ref: "id" in about && about.id ? about.id : event.id,
          paymentId: ("metadata" in about && about.metadata?.["payment"]) || null,
        };
      } catch (error) {
        if (error instanceof Stripe.errors.StripeSignatureVerificationError) return undefined;
        throw error;
      }
    },
  };
};
