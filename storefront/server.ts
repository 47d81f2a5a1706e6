import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { constants } from "node:zlib";

import { createLog } from "@jangteo/shared/log";
import { type Trace, traceparent, withTrace } from "@jangteo/shared/trace";
import compression from "compression";
import next from "next";

import { clientAddress, createTrust, isClaim, refuseAtEdge } from "./lib/edge";
import { env } from "./lib/env";
import { ownOrigins } from "./lib/origins";
import { problemHeaders, problemOf, type Refusal } from "./lib/problem";
import { traceOf } from "./lib/trace";

const log = createLog("storefront");
const drain = 10_000;

const secrets = {
  STOREFRONT_CLIENT_SECRET: env.clientSecret,
  SESSION_SECRET: env.sessionSecret,
};
for (const [name, secret] of Object.entries(secrets))
  if (secret.length < 32) throw new Error(`${name} is not set, or is shorter than 32 characters`);

const hosts = ownOrigins(env.publicOrigin).map((origin) => new URL(origin).host);
const scheme = new URL(env.publicOrigin).protocol.slice(0, -1);
const isTrusted = createTrust(env.trustedProxies);

/** Brotli sees further back than gzip: what a page says twice, for eye and for script, is packed once. */
const pack = compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } } });

const refuse = (response: ServerResponse, refusal: Refusal, trace: Trace) => {
  response.writeHead(refusal.status, problemHeaders(refusal, trace));
  response.end(JSON.stringify(problemOf(refusal, trace)));
};

/** Next believes these headers, so they say what this server saw and nothing a client wrote. */
const stamp = (request: IncomingMessage, trace: Trace) => {
  const { headers, socket } = request;
  const forwarded = headers["x-forwarded-for"];
  const chain = Array.isArray(forwarded) ? forwarded.join(",") : forwarded;
  const address = clientAddress(socket.remoteAddress, chain, isTrusted);
  for (const name of Object.keys(headers)) if (isClaim(name)) delete headers[name];
  headers["x-forwarded-for"] = address;
  headers["x-forwarded-host"] = headers.host;
  headers["x-forwarded-proto"] = scheme;
  headers["x-request-id"] = trace.requestId;
  headers["traceparent"] = traceparent(trace);
};

const server = createServer();
const app = next({
  dev: process.env.NODE_ENV === "development",
  dir: fileURLToPath(new URL(".", import.meta.url)),
  hostname: env.host,
  port: env.port,
  httpServer: server,
});
await app.prepare();
const show = app.getRequestHandler();

server.on("request", (request, response) => {
  if (request.url === "/livez" || request.url === "/readyz") {
    response.writeHead(200, { "content-type": "application/json" }).end('{"status":"ok"}');
    return;
  }
  const one = (name: string) => [request.headers[name]].flat()[0] ?? null;
  const trace = traceOf({ get: one });
  const refusal = refuseAtEdge(request, hosts);
  if (refusal) {
    refuse(response, refusal, trace);
    return;
  }
  stamp(request, trace);
  response.setHeader("x-request-id", trace.requestId);
  pack(request, response, () => void withTrace(trace, () => show(request, response)));
});
server.on("connect", (_request, socket) => socket.end("HTTP/1.1 405 Method Not Allowed\r\n\r\n"));
server.listen(env.port, env.host, () => log.info(`storefront listens on ${env.publicOrigin}`));

/** Finishes what is in flight, then exits. */
const stop = () => {
  const late = setTimeout(() => server.closeAllConnections(), drain);
  server.close(() => {
    clearTimeout(late);
    void app.close().finally(() => process.exit(0));
  });
  server.closeIdleConnections();
};
process.once("SIGTERM", stop);
process.once("SIGINT", stop);
