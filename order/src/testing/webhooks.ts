import { afterAll } from "bun:test";

import { uuidv7 } from "@jangteo/shared/id";
import { createOnce } from "@jangteo/shared/idempotency";
import { protect } from "@jangteo/shared/protect";
import { idempotency } from "@jangteo/shared/schema/order/schema";
import { createService } from "@jangteo/shared/service";
import { testDatabase } from "@jangteo/shared/testing/database";
import { testTokens } from "@jangteo/shared/testing/tokens";

import * as deliveries from "../contract/webhook-deliveries.ts";
import * as subscriptions from "../contract/webhook-subscriptions.ts";
import { webhookRoutes } from "../routes/webhooks.ts";
import { deliverDue } from "../webhooks/delivering.ts";
import { recordEvent } from "../webhooks/recording.ts";
import { createSealing } from "../webhooks/sealing.ts";
import { testSecret } from "./neighbours.ts";

export type Received = { path: string; headers: Headers; body: string };
type Answer = (request: Received) => Response | Promise<Response>;

/** An integrator's server, which takes everything until it is told otherwise. */
export const testReceiver = () => {
  const seen: Received[] = [];
  const state: { answer: Answer } = { answer: () => new Response("thanks") };
  const server = Bun.serve({
    hostname: "127.0.0.1",
    port: 0,
    fetch: async (request) => {
      const path = new URL(request.url).pathname;
      const received = { path, headers: request.headers, body: await request.text() };
      seen.push(received);
      return state.answer(received);
    },
  });
  afterAll(() => server.stop(true));
  const answerWith = (answer: Answer) => {
    state.answer = answer;
  };
  /** A URL that only its own subscription has. */
  const newUrl = () => `http://127.0.0.1:${server.port}/${crypto.randomUUID()}`;
  const at = (url: string) => seen.filter(({ path }) => path === new URL(url).pathname);
  return { newUrl, at, answerWith, port: server.port };
};

/** What a receiver makes of a signature, by the words of Standard Webhooks and another implementation. */
export const isSigned = async ({ headers, body }: Received, secret: string) => {
  const key = await crypto.subtle.importKey(
    "raw",
    Uint8Array.fromBase64(secret.replace("whsec_", "")),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["verify"],
  );
  const signed = `${headers.get("webhook-id")}.${headers.get("webhook-timestamp")}.${body}`;
  const signatures = (headers.get("webhook-signature") ?? "").split(" ");
  const verdicts = await Promise.all(
    signatures.map(async (one) => {
      const [version, mac = ""] = one.split(",");
      const bytes = new TextEncoder().encode(signed);
      return (
        version === "v1" && crypto.subtle.verify("HMAC", key, Uint8Array.fromBase64(mac), bytes)
      );
    }),
  );
  return verdicts.includes(true);
};

export const hour = 3_600_000;

/** Webhooks of a shop whose time passes when it is told to. */
export const testWebhooks = async () => {
  const { db } = await testDatabase("order");
  const tokens = await testTokens();
  const receiver = testReceiver();
  const time = { now: new Date() };
  const clock = () => time.now;
  const names = new Map<string, string[]>();
  const sealing = createSealing(testSecret);
  const targets = {
    resolve: async (name: string) => names.get(name) ?? [],
    privateHosts: new Set(["127.0.0.1", "receiver.test"]),
  };
  const app = createService({ name: "order", description: "Webhooks", checks: {} });
  const contract = { ...subscriptions, ...deliveries };
  protect(app, "order", contract, tokens.rules);
  const once = createOnce({ db, table: idempotency, secret: testSecret, clock });
  webhookRoutes(app, { db, clock, sealing, targets, ...once });
  const access = await tokens.access({
    ...{ sub: crypto.randomUUID(), scope: "clients:write", roles: ["owner"], acr: "2" },
  });
  const asOwner = { authorization: `Bearer ${access}` };
  const send = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) =>
    app.request(path, {
      method,
      headers: {
        ...{ "content-type": "application/json", "idempotency-key": crypto.randomUUID() },
        ...asOwner,
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const read = async <T>(reply: Response | Promise<Response>) => (await (await reply).json()) as T;
  const path = "/v1/webhook-subscriptions";
  type Subscribed = subscriptions.WebhookSubscription & { secretId: string; secret: string };
  const subscribe = (fields: object = {}) =>
    read<Subscribed>(
      send("POST", path, { url: receiver.newUrl(), eventTypes: ["order.placed"], ...fields }),
    );
  const find = (id: string) =>
    read<subscriptions.WebhookSubscription>(send("GET", `${path}/${id}`));
  const log = async (id: string, query = "") =>
    (
      await read<{ items: deliveries.WebhookDelivery[] }>(
        send("GET", `${path}/${id}/deliveries${query}`),
      )
    ).items;
  /** Something happened in the shop. */
  const happen = async (type = "order.placed", payload: object = {}) => {
    const event = { id: uuidv7(), type, traceparent: null };
    const told = { ...event, payload: { orderId: crypto.randomUUID(), number: 7, ...payload } };
    await recordEvent(db, told, time.now);
    return told;
  };
  const warned: string[] = [];
  const logged = {
    info: () => {},
    warn: (said: string) => void warned.push(said),
    error: () => {},
  };
  const postman = { db, clock, log: logged, sealing, targets, lease: 30_000, random: () => 0 };
  const deliver = (deadline = 5000) => deliverDue({ ...postman, deadline });
  const pass = (milliseconds: number) => {
    time.now = new Date(time.now.getTime() + milliseconds);
  };
  return {
    ...{ db, app, contract, tokens, receiver, names, targets, asOwner, send, read, path },
    ...{ subscribe, find, log, happen, deliver, pass, postman },
  };
};
