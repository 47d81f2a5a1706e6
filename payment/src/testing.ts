import { afterAll } from "bun:test";

import { systemClock, type Clock } from "@jangteo/shared/clock";
import { outbox } from "@jangteo/shared/schema/payment/schema";
import { testDatabase } from "@jangteo/shared/testing/database";
import { testTokens } from "@jangteo/shared/testing/tokens";
import { asc, sql } from "drizzle-orm";

import { createApp } from "./app.ts";
import type { Payment } from "./contract.ts";
import type { Providers } from "./providers/provider.ts";
import { createSandbox } from "./providers/sandbox.ts";
import { testSandbox } from "./testing/sandbox.ts";

export const testSecret = "a secret of the tests, long enough";

/** Serves until the tests of the file are over. */
export const testServer = (fetch: (request: Request) => Response | Promise<Response>) => {
  const server = Bun.serve({ port: 0, fetch });
  afterAll(() => server.stop(true));
  return server.url;
};

type Options = { clock?: Clock; lease?: number; deadline?: number; providers?: Providers };

/** The payment service on a database of its own, with a sandbox as a process of its own. */
export const testPaymentService = async (options: Options = {}) => {
  const { clock = systemClock, lease = 30_000, deadline = 10_000, providers = {} } = options;
  const { db, url, adminUrl } = await testDatabase("payment");
  const tokens = await testTokens();
  const door = testServer((request) => app.fetch(request));
  const sandbox = await testSandbox(new URL("/v1/webhooks/sandbox", door).href);
  const desk = {
    ...{ db, secret: testSecret, clock, lease },
    providers: { sandbox: createSandbox({ ...sandbox.access, deadline }), ...providers },
    log: { info: () => {}, warn: () => {}, error: () => {} },
  };
  const app = createApp({ desk, rules: tokens.rules });

  const call = async (path: string, body?: unknown, method = body ? "POST" : "GET") =>
    app.request(path, {
      method,
      headers: { "content-type": "application/json", ...(await tokens.service("payment")) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const asPayment = async (reply: Response | Promise<Response>) =>
    (await (await reply).json()) as Payment;
  const wish = (change: object = {}) => ({
    checkoutId: crypto.randomUUID(),
    owner: "guest:somebody",
    ...{ method: "card", amount: 38_000, currency: "KRW", language: "ko" },
    ...{ description: "JT · 2", email: "payer@example.com" },
    returnUrl: "http://shop.test/checkout/return",
    ...change,
  });
  const begin = (change: object = {}) => asPayment(call("/internal/payments", wish(change)));
  const read = (id: string) => asPayment(call(`/internal/payments/${id}`));
  const inquire = (id: string) => asPayment(call(`/internal/payments/${id}/inquiries`, {}));
  const operate = (id: string, name: string, body: object = {}) =>
    call(`/internal/payments/${id}/${name}`, { key: crypto.randomUUID(), ...body });
  /** A payment that was approved on the sandbox's page, as the service knows it. */
  const authorised = async (change: object = {}) => {
    const payment = await begin(change);
    await sandbox.payer(payment).pay("4242 4242 4242 4242");
    return inquire(payment.id);
  };
  const captured = async (change: object = {}) =>
    asPayment(operate((await authorised(change)).id, "captures"));
  /** The types of the events about a payment, in order. */
  const eventsOf = async (id: string) => {
    const rows = await db
      .select({ type: outbox.type })
      .from(outbox)
      .where(sql`payload->>'paymentId' = ${id}`)
      .orderBy(asc(outbox.id));
    return rows.map(({ type }) => type);
  };
  return {
    ...{ app, db, url, adminUrl, tokens, desk, sandbox },
    ...{ call, asPayment, wish, begin, read, inquire, operate, authorised, captured, eventsOf },
  };
};

/** Waits for something that will happen; the deadline only bounds a failure. */
export const eventually = async (holds: () => Promise<boolean>, ms = 30_000) => {
  const deadline = Date.now() + ms;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error("it never happened");
    await Bun.sleep(20);
  }
};
