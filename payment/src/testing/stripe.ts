import { createHmac } from "node:crypto";

import { testServer } from "../testing.ts";

type Form = Record<string, string>;
type Refund = { id: string; amount: number; status: string; metadata: Form };
type Kept = { session: Session; intent: Intent | null; refunds: Refund[] };
type Session = Record<string, unknown> & { id: string; status: string; metadata: Form };
type Intent = Record<string, unknown> & { id: string; status: string; amount: number };
type Problem = { status: number; type: string; code?: string };

export const stripeKeys = { apiKey: "sk_test_of_the_tests", webhookSecret: "whsec_of_the_tests" };

const minute = 60;
const under = (form: Form, prefix: string) =>
  Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) => {
      const [, key] =
        new RegExp(`^${prefix.replaceAll(/[[\]]/g, "\\$&")}\\[(\\w+)\\]$`).exec(name) ?? [];
      return key ? [[key, value]] : [];
    }),
  );

/** A server that demands what Stripe's documentation does, for the little of it that is used. */
export const testStripe = () => {
  const all = new Map<string, Kept>();
  const answers = new Map<string, { asked: string; reply: object | Problem; status: number }>();
  const problems: Problem[] = [];
  const ofIntent = (id: string) => [...all.values()].find(({ intent }) => intent?.id === id);
  const shown = ({ session, intent, refunds }: Kept) => {
    const given = refunds.reduce((sum, { amount }) => sum + amount, 0);
    const card = { card: { brand: "visa", last4: "4242" } };
    const paid = { id: "ch_1", amount_refunded: given, payment_method_details: card };
    return { ...session, payment_intent: intent && { ...intent, latest_charge: paid } };
  };
  const refuse = (status: number, type: string, code?: string): Problem => ({
    ...{ status, type },
    ...(code && { code }),
  });

  const create = (form: Form) => {
    const at = Math.floor(Date.now() / 1000);
    const price = under(form, "line_items[0][price_data]");
    const isGood =
      form["mode"] === "payment" &&
      form["payment_intent_data[capture_method]"] === "manual" &&
      /^[a-z]{3}$/.test(price["currency"] ?? "") &&
      Number(form["expires_at"]) >= at + 30 * minute &&
      Number(form["expires_at"]) <= at + 24 * 60 * minute;
    if (!isGood) return refuse(400, "invalid_request_error", "parameter_invalid");
    const id = `cs_test_${crypto.randomUUID()}`;
    const session = {
      ...{ id, object: "checkout.session", status: "open", created: at, form },
      ...{ url: `https://checkout.stripe.test/${id}`, currency: price["currency"] },
      client_reference_id: form["client_reference_id"] ?? null,
      amount_total: Number(price["unit_amount"]),
      metadata: under(form, "metadata"),
    };
    const kept = { session, intent: null, refunds: [] };
    all.set(id, kept);
    return shown(kept);
  };
  const capture = (id: string, { amount_to_capture: sum }: Form) => {
    const kept = ofIntent(id);
    if (kept?.intent?.status !== "requires_capture")
      return refuse(400, "invalid_request_error", "payment_intent_unexpected_state");
    kept.intent = { ...kept.intent, status: "succeeded", amount_received: Number(sum) };
    return kept.intent;
  };
  const cancel = (id: string) => {
    const kept = ofIntent(id);
    if (kept?.intent?.status !== "requires_capture")
      return refuse(400, "invalid_request_error", "payment_intent_unexpected_state");
    kept.intent = { ...kept.intent, status: "canceled" };
    return kept.intent;
  };
  const expire = (id: string) => {
    const kept = all.get(id);
    if (kept?.session.status !== "open") return refuse(400, "invalid_request_error");
    kept.session = { ...kept.session, status: "expired", url: null };
    return shown(kept);
  };
  const refund = (form: Form) => {
    const kept = ofIntent(form["payment_intent"] ?? "");
    const taken = Number(kept?.intent?.["amount_received"] ?? 0);
    const given = kept?.refunds.reduce((sum, { amount }) => sum + amount, 0) ?? 0;
    if (!kept || given + Number(form["amount"]) > taken)
      return refuse(400, "invalid_request_error", "charge_already_refunded");
    const made = {
      ...{ id: `re_${crypto.randomUUID()}`, object: "refund", status: "succeeded" },
      ...{ amount: Number(form["amount"]), metadata: under(form, "metadata") },
    };
    kept.refunds.push(made);
    return made;
  };
  const read = (path: string, query: URLSearchParams) => {
    const list = (data: object[]) => ({ object: "list", data, has_more: false, url: path });
    if (path === "/v1/refunds")
      return list(ofIntent(query.get("payment_intent") ?? "")?.refunds ?? []);
    if (path === "/v1/checkout/sessions") return list([...all.values()].map(shown));
    const kept = all.get(path.split("/")[4] ?? "");
    return kept ? shown(kept) : refuse(404, "invalid_request_error", "resource_missing");
  };
  const change = (path: string, form: Form) => {
    const [, , kind, id = "", verb = ""] = path.replace("/checkout", "").split("/");
    if (kind === "refunds") return refund(form);
    if (kind === "payment_intents") return verb === "capture" ? capture(id, form) : cancel(id);
    return verb === "expire" ? expire(id) : create(form);
  };

  const address = testServer(async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    const reply = (body: object) =>
      "status" in body && typeof body.status === "number"
        ? Response.json({ error: { ...body, message: "as Stripe says" } }, { status: body.status })
        : Response.json(body);
    const planned = problems.shift();
    if (planned) return reply(planned);
    if (request.headers.get("authorization") !== `Bearer ${stripeKeys.apiKey}`)
      return reply(refuse(401, "invalid_request_error"));
    if (request.method === "GET") return reply(read(pathname, searchParams));
    const key = request.headers.get("idempotency-key");
    const text = await request.text();
    const isForm = request.headers.get("content-type") === "application/x-www-form-urlencoded";
    if (!key || (text !== "" && !isForm))
      return reply(refuse(400, "invalid_request_error", "parameter_missing"));
    const known = answers.get(key);
    if (known && known.asked !== pathname + text) return reply(refuse(400, "idempotency_error"));
    const made = known?.reply ?? change(pathname, Object.fromEntries(new URLSearchParams(text)));
    answers.set(key, { asked: pathname + text, reply: made, status: 200 });
    return reply(made);
  });

  return {
    server: { protocol: "http" as const, host: "127.0.0.1", port: Number(address.port) },
    sessions: all,
    /** The next answers, whatever is asked. */
    fail: (...planned: Problem[]) => void problems.push(...planned),
    /** The payer's card is approved on Stripe's page. */
    pay: (sessionId: string) => {
      const kept = all.get(sessionId);
      if (!kept) throw new Error("no such page");
      kept.session = { ...kept.session, status: "complete", url: null };
      kept.intent = {
        ...{ id: `pi_${crypto.randomUUID()}`, object: "payment_intent" },
        ...{ status: "requires_capture", amount: Number(kept.session["amount_total"]) },
        ...{ amount_received: 0, metadata: kept.session.metadata },
      };
    },
    signed: (event: object, at = Date.now()) => {
      const [body, time] = [JSON.stringify(event), Math.floor(at / 1000)];
      const mac = createHmac("sha256", stripeKeys.webhookSecret).update(`${time}.${body}`);
      return { body, headers: { "stripe-signature": `t=${time},v1=${mac.digest("hex")}` } };
    },
  };
};
