import "./lib/secret-files";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";
import process from "node:process";
import { constants } from "node:zlib";

import { createLog } from "@jangteo/shared/log";
import { counter, createMetrics, gauge } from "@jangteo/shared/metrics";
import { timing } from "@jangteo/shared/process-metrics";
import { answered, enter, silent, type Span } from "@jangteo/shared/spans";
import { startTelemetry } from "@jangteo/shared/telemetry";
import { joinTrace, type Trace, traceparent, withTrace } from "@jangteo/shared/trace";
import compression from "compression";
import next from "next";

import { certificateEnd } from "./lib/certificate";
import { clientAddress, createTrust, isClaim, plain, refuseAtEdge } from "./lib/edge";
import { env } from "./lib/env";
import { createKeptPages, placeOf } from "./lib/kept-pages";
import { ownOrigins } from "./lib/origins";
import { problemHeaders, problemOf, type Refusal } from "./lib/problem";
import { readRouteNames } from "./lib/route-names";
import { createStatusServer } from "./lib/status-server";
import { speakWithoutScript } from "./lib/without-script";

const log = createLog("storefront");
const folder = import.meta.dirname;
const isDev = process.env.NODE_ENV === "development";
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

const telemetry = await startTelemetry("storefront");
const metrics = createMetrics("storefront");
const certificate = certificateEnd(env.publicOrigin);
if (certificate)
  gauge(
    metrics,
    "tls_certificate_not_after_timestamp_seconds",
    "When the certificate of the shop's address ends, since 1970",
    certificate,
  );
const built = join(folder, process.env["NEXT_DIST_DIR"] ?? ".next");
const nameOf = isDev ? () => "" : readRouteNames(join(built, "routes-manifest.json"));

/** Counts an answer and ends its span once it has left, or its reader has. */
const watch = (response: ServerResponse, labels: Record<string, string>, span: Span) => {
  const settle = timing(metrics.requests, labels, span);
  response.once("close", () => {
    const { statusCode: status } = response;
    settle({ labels: { http_response_status_code: status }, ...answered(status) });
  });
};

/** Files ask nobody: they are counted, and make no traces. */
const isFile = /^\/_next|^\/media\/|\.\w+$/;

/** Anybody else could have every request told, or make one a part of another's trace. */
const callersTrace = ({ headers, socket }: IncomingMessage) =>
  socket.remoteAddress !== undefined && isTrusted(plain(socket.remoteAddress))
    ? [headers["traceparent"]].flat()[0]
    : undefined;

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
  dev: isDev,
  dir: folder,
  hostname: env.host,
  port: env.port,
  httpServer: server,
});
await app.prepare();
const render = app.getRequestHandler();
const pages = createKeptPages();
const asked = counter(
  metrics,
  "page_cache_requests_total",
  "Pages for everybody, by whether they were kept",
  ["outcome"],
);
for (const outcome of ["hit", "miss"]) asked.inc({ outcome }, 0);

/** A page that is kept, or whatever Next makes of the request. */
const show = (request: IncomingMessage, response: ServerResponse) => {
  const place = isDev ? undefined : placeOf(request, scheme === "https");
  if (!place) {
    void render(request, response);
    return;
  }
  const isKept = pages.show(place, response);
  asked.inc({ outcome: isKept ? "hit" : "miss" });
  if (!isKept) pages.make(place, response, () => render(request, response));
};

server.on("request", (request, response) => {
  if (request.url === "/livez" || request.url === "/readyz") {
    response.writeHead(200, { "content-type": "application/json" }).end('{"status":"ok"}');
    return;
  }
  const { method = "GET", url = "/" } = request;
  const route = nameOf(url.split("?", 1)[0] ?? "");
  const requestId = [request.headers["x-request-id"]].flat()[0];
  const joined = joinTrace(callersTrace(request), requestId);
  const attributes = { "http.request.method": method, "http.route": route };
  const isTold = !isFile.test(route);
  const span = isTold
    ? enter(joined, `${method} ${route}`.trim(), "server", attributes)
    : silent(joined);
  const { trace } = span;
  watch(response, { http_request_method: method, http_route: route }, span);
  const refusal = refuseAtEdge(request, hosts);
  if (refusal) {
    refuse(response, refusal, trace);
    return;
  }
  stamp(request, trace);
  response.setHeader("x-request-id", trace.requestId);
  // What a browser tells scripts of its own accord: the page of an error shows it.
  if (isTold) response.setHeader("server-timing", `traceparent;desc="${traceparent(trace)}"`);
  pack(request, response, () => {
    speakWithoutScript(response, url, trace.traceId);
    withTrace(trace, () => show(request, response));
  });
});
server.on("connect", (_request, socket) => socket.end("HTTP/1.1 405 Method Not Allowed\r\n\r\n"));
const status = env.statusPort === undefined ? undefined : createStatusServer(metrics);
status?.listen(env.statusPort, env.host);
server.listen(env.port, env.host, () => log.info(`storefront listens on ${env.publicOrigin}`));

/** Finishes what is in flight, then exits. */
const stop = () => {
  const late = setTimeout(() => server.closeAllConnections(), drain);
  server.close(() => {
    clearTimeout(late);
    status?.close();
    void Promise.all([app.close(), telemetry.stop()]).finally(() => process.exit(0));
  });
  server.closeIdleConnections();
};
process.once("SIGTERM", stop);
process.once("SIGINT", stop);
