import { Agent, request, type IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";

import type { Service } from "./config.ts";
import { createAnswer, type Answer, type Exchange } from "./exchange.ts";
import { createFields, dropHopByHop } from "./fields.ts";

class TooSlow extends Error {}

const answered = (message: IncomingMessage): Answer => {
  const headers = createFields(message.rawHeaders);
  dropHopByHop(headers);
  return { status: message.statusCode ?? 502, headers, body: message, source: "service" };
};

/** As nginx names its failures: no answer in time, a name that does not resolve, any other break. */
const failed = (error: Error & { code?: string }): Answer => {
  if (error instanceof TooSlow) return createAnswer(504, {}, "", "error");
  const nameless = error.code === "ENOTFOUND" || error.code === "EAI_AGAIN";
  return createAnswer(nameless ? 503 : 502, {}, "", "error");
};

const whenConnecting = (
  socket: Duplex & { connecting?: boolean },
  ms: number,
  slow: () => void,
) => {
  if (!socket.connecting) return;
  const timer = setTimeout(slow, ms);
  for (const event of ["connect", "error", "close"]) socket.once(event, () => clearTimeout(timer));
};

/** Asks services over kept connections, shorter-lived than the services' own. */
export const createUpstream = () => {
  const agent = new Agent({ keepAlive: true, timeout: 4000 });

  const ask = async (exchange: Exchange, service: Service, signal: AbortSignal) => {
    const url = new URL(service.url);
    const { headers, method, target, query } = exchange;
    const body = await exchange.readBody();
    dropHopByHop(headers);
    headers.remove("Expect");
    headers.set("Host", url.host);
    headers.set("Connection", "keep-alive");
    if (body.length > 0 || headers.get("content-length") !== undefined)
      headers.set("Content-Length", String(body.length));
    const sent = performance.now();
    return new Promise<Answer>((resolve) => {
      const asked = request({
        agent,
        host: url.hostname,
        port: url.port || 80,
        method,
        path: query === undefined ? target.path : `${target.path}?${query}`,
        headers: headers.flat(),
        setDefaultHeaders: false,
        timeout: service.read_timeout,
        signal,
      });
      const slow = () => asked.destroy(new TooSlow());
      asked.once("socket", (socket) => whenConnecting(socket, service.connect_timeout, slow));
      asked.once("timeout", slow);
      asked.once("error", (error) => resolve(failed(error)));
      asked.once("response", (message) => {
        exchange.upstream = performance.now() - sent;
        resolve(answered(message));
      });
      asked.end(body);
    });
  };
  return { ask, close: () => agent.destroy() };
};
export type Upstream = ReturnType<typeof createUpstream>;
