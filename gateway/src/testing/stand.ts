import { afterAll, expect } from "bun:test";
import { readFileSync } from "node:fs";
import process from "node:process";

import { createLog } from "@jangteo/shared/log";

import { startGateway } from "../local/start.ts";
import { render } from "../render.ts";
import { startEcho, type Echo } from "./echo.ts";
import { issuer, keySet } from "./keys.ts";
import { send, sendBytes, type Received, type Sent } from "./wire.ts";

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const template = read("kong.yml");
export const edge = read("lua/edge.lua");
export const shop = "https://jangteo.example";

type Options = { redisUrl?: string };

type Service = "auth" | "member" | "product" | "order" | "payment";

/** A rendered file whose services are the given addresses. */
export const renderFor = (hosts: Partial<Record<Service, string>>) =>
  render(
    template,
    {
      ISSUER: issuer,
      PUBLIC_ORIGIN: shop,
      AUTH_URL: hosts.auth,
      MEMBER_URL: hosts.member,
      PRODUCT_URL: hosts.product,
      ORDER_URL: hosts.order,
      PAYMENT_URL: hosts.payment,
    },
    keySet,
  );

const local = async (config: string, { redisUrl }: Options) => {
  const gateway = await startGateway({
    config: config.replaceAll("read_timeout: 10000", "read_timeout: 500"),
    edge,
    host: "127.0.0.1",
    port: 0,
    statusPort: 0,
    adminPort: 0,
    redisUrl,
    trustedIps: "127.0.0.1",
    log: createLog("gateway", () => {}),
  });
  afterAll(() => gateway.stop(0));
  return gateway;
};

/** An address nobody else in this run has, so that its limits are its own. */
export const freshAddress = () =>
  `198.18.${Math.floor(Math.random() * 256)}.${Math.floor(Math.random() * 256)}`;

/**
 * A gateway before services that echo: the local one, or the one at GATEWAY_URL, which must run
 * the file rendered for the test keys and for echoes at ECHO_PORT and the four ports above.
 */
export const stand = async (options: Options = {}) => {
  const given = process.env["GATEWAY_URL"];
  const first = given === undefined ? 0 : Number(process.env["ECHO_PORT"] ?? 18_080);
  const at = (index: number) => (first === 0 ? 0 : first + index);
  const auth = await startEcho("auth", at(0));
  const member = await startEcho("member", at(1));
  const product = await startEcho("product", at(2));
  const order = await startEcho("order", at(3));
  const payment = await startEcho("payment", at(4));
  const echoes = { auth, member, product, order, payment };
  afterAll(() => Promise.all(Object.values(echoes).map((echo) => echo.stop())));

  const hosts = {
    ...{ auth: auth.url, member: member.url, product: product.url },
    ...{ order: order.url, payment: payment.url },
  };
  const gateway = given === undefined ? await local(renderFor(hosts), options) : undefined;
  const url = given ?? `http://127.0.0.1:${gateway?.ports.public}`;
  const calls = () => Object.values(echoes).reduce((sum, echo) => sum + echo.calls(), 0);
  return {
    url,
    hosts,
    gateway,
    echoes,
    calls,
    bytes: (text: string | Buffer) => sendBytes(url, text),
    /** From an address of its own, unless told. */
    ask: (sent: Sent) => {
      const headers = sent.headers ?? [];
      const placed = headers.some(([name]) => name === "X-Forwarded-For");
      const from: [string, string][] = placed ? [] : [["X-Forwarded-For", freshAddress()]];
      return send(url, { ...sent, headers: [...headers, ...from] });
    },
  };
};

export const echoOf = (received: Received): Echo => {
  expect([received.status, received.body]).toEqual([200, expect.stringContaining('"service"')]);
  return JSON.parse(received.body) as Echo;
};

/** The gateway's own refusal: problem details with the request's id. */
export const expectProblem = (received: Received, status: number, code: string) => {
  expect(received.status).toBe(status);
  expect(received.header("content-type")).toBe("application/problem+json");
  expect(JSON.parse(received.body)).toEqual({
    type: "about:blank",
    code,
    title: expect.any(String),
    status,
    requestId: received.header("x-request-id") ?? "",
    traceId: expect.any(String),
  });
};
