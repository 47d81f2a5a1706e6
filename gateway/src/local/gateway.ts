import type { IncomingMessage } from "node:http";

import { describeError } from "@jangteo/shared/log";

import { clientAddress, peerAddress, setForwarded, type Trust } from "./address.ts";
import { loadConfig, type Config } from "./config.ts";
import { createAnswer, Refusal, type Answer, type Exchange } from "./exchange.ts";
import { createFields } from "./fields.ts";
import type { Phases, Runtime } from "./plugin.ts";
import { bodyReader } from "./request-body.ts";
import { readTarget } from "./target.ts";
import type { Upstream } from "./upstream.ts";

type Parts = { runtime: Runtime; upstream: Upstream; trusts: Trust };
/** What the server needs for one request: the answer, and how to close its books. */
export type Outcome = { answer: Answer; done: (bytesOut: number) => void };

/** Repeating one of these is an attack or a bug (nginx refuses them likewise). */
const single = ["host", "authorization", "content-length", "content-type", "range", "expect"];
const longestLine = 8190;

const checkHeaders = (exchange: Exchange) => {
  const { headers } = exchange;
  if (single.some((name) => headers.all(name).length > 1)) throw new Refusal(400);
  const tooLong = headers
    .entries()
    .some(([name, values]) => values.some((value) => name.length + value.length > longestLine));
  if (tooLong || (headers.get("host") ?? "") === "") throw new Refusal(400);
};

const blank = (method = "", rawHeaders: readonly string[] = []): Exchange => ({
  method,
  target: { path: "/", rawPath: "/", query: undefined },
  host: "",
  address: "",
  peer: { address: "", trusted: false },
  started: performance.now(),
  headers: createFields(rawHeaders),
  query: undefined,
  readBody: async () => Buffer.alloc(0),
});

const read = (
  { headers }: Exchange,
  message: IncomingMessage,
  confirm: () => void,
  trusts: Trust,
): Partial<Exchange> => {
  const target = readTarget(message.url ?? "");
  if (!target) throw new Refusal(400);
  const host = target.host ?? headers.get("host") ?? "";
  const peer = peerAddress(message.socket);
  return {
    target,
    query: target.query,
    host: host.replace(/:\d+$/, "").toLowerCase(),
    peer: { address: peer, trusted: trusts(peer) },
    address: trusts(peer)
      ? clientAddress(peer, headers.all("x-forwarded-for").join(","), trusts)
      : peer,
    readBody: bodyReader(message, confirm),
  };
};

const finish = (phases: readonly Phases[], exchange: Exchange, answer: Answer): Outcome => {
  for (const { headerFilter } of phases) headerFilter?.(exchange, answer);
  if (answer.source !== "service")
    for (const { bodyFilter } of phases) bodyFilter?.(exchange, answer);
  return {
    answer,
    done: (bytesOut) => {
      for (const { log } of phases) log?.(exchange, answer, bytesOut);
    },
  };
};

/** Answers requests by the file it was given last. */
export const createGateway = (text: string, { runtime, upstream, trusts }: Parts) => {
  const held: { config: Config } = { config: loadConfig(text, runtime) };

  const proceed = async (exchange: Exchange, message: IncomingMessage, signal: AbortSignal) => {
    const { method, route } = exchange;
    if (method === "TRACE" || method === "CONNECT") throw new Refusal(405);
    if (!route) return createAnswer(404);
    for (const { access } of route.phases) {
      await access?.(exchange);
      if (exchange.answer) return exchange.answer;
    }
    if (!route.service) return createAnswer(503, {}, "", "error");
    const port = message.socket.localPort ?? 80;
    setForwarded(exchange, peerAddress(message.socket), port, trusts);
    return upstream.ask(exchange, route.service, signal);
  };

  const refused = (error: unknown) => {
    if (error instanceof Refusal) return createAnswer(error.status, {}, "", "error");
    runtime.log.error("A request failed in the gateway", describeError(error));
    return createAnswer(500, {}, "", "error");
  };

  return {
    answer: async (message: IncomingMessage, confirm: () => void, signal: AbortSignal) => {
      const { config } = held;
      const exchange = blank(message.method, message.rawHeaders);
      try {
        Object.assign(exchange, read(exchange, message, confirm, trusts));
        checkHeaders(exchange);
        const route = config.match(exchange.method, exchange.target.path, exchange.headers);
        if (route) exchange.route = route;
        const answer = await proceed(exchange, message, signal);
        return finish(route?.phases ?? config.unmatched, exchange, answer);
      } catch (error) {
        return finish(exchange.route?.phases ?? config.unmatched, exchange, refused(error));
      }
    },
    /** The answer to bytes that are no request. */
    refuse: (status: number) =>
      finish(held.config.unmatched, blank(), createAnswer(status, {}, "", "error")),
    reload: (next: string) => {
      held.config = loadConfig(next, runtime);
    },
  };
};
export type Gateway = ReturnType<typeof createGateway>;
