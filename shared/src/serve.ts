import process from "node:process";

import type { Log } from "./log.ts";
import { startTelemetry } from "./telemetry.ts";

type Handler = (request: Request) => Response | Promise<Response>;
type Running = { port: number; stop: (force: boolean) => Promise<void> };
type Work = { stop: () => Promise<unknown> };
type Options = {
  name: string;
  fetch: Handler;
  port: number;
  hostname: string;
  log: Log;
  /** Begins what the service does unasked; it is stopped once the last answer has left. */
  begin?: () => Work[];
  /** Closes pools once all work is done. */
  close?: () => Promise<unknown>;
  /** How long in-flight requests may take to finish, in milliseconds. */
  drain?: number;
};

/** Deno gives every request but GET and HEAD a body; without one of these headers there is none (RFC 9112, 6.3). */
const withoutNoBody = (request: Request) => {
  const { url, method, headers } = request;
  const sent = headers.has("transfer-encoding") || Number(headers.get("content-length")) > 0;
  return sent || request.body === null ? request : new Request(url, { method, headers });
};

/** The one place that knows which runtime this is. */
export const listen = (fetch: Handler, port: number, hostname: string): Running => {
  if ("Bun" in globalThis) {
    const server = Bun.serve({ fetch, port, hostname, reusePort: port !== 0, idleTimeout: 60 });
    return { port: server.port ?? port, stop: (force) => server.stop(force) };
  }
  const server = Deno.serve({ port, hostname, onListen: () => {} }, (request) =>
    fetch(withoutNoBody(request)),
  );
  // Deno cannot cut off what it serves; but nobody waits for it any more, and it ends with the process.
  const over = Promise.withResolvers<void>();
  const stop = (force: boolean) => {
    if (force) over.resolve();
    return Promise.race([server.shutdown(), over.promise]);
  };
  return { port: server.addr.port, stop };
};

/** Milliseconds for which a service that starts only answers: its own work would keep the first to ask waiting. */
const moment = 50;

/** Serves until SIGTERM or SIGINT: then stops accepting, finishes what is in flight, closes, exits. */
export const serve = (options: Options) => {
  const { name, fetch, port, hostname, log, begin, close, drain = 10_000 } = options;
  const telemetry = startTelemetry(name);
  const server = listen(fetch, port, hostname);
  log.info(`${name} listens on http://${hostname}:${server.port}`);
  const begun: Work[] = [];
  const beginning = setTimeout(() => begun.push(...(begin?.() ?? [])), moment);
  const stop = async () => {
    clearTimeout(beginning);
    const late = setTimeout(() => void server.stop(true), drain);
    await server.stop(false);
    clearTimeout(late);
    await Promise.all(begun.map((one) => one.stop()));
    await close?.();
    await (await telemetry).stop();
    log.info(`${name} stopped`);
    process.exit(0);
  };
  process.once("SIGTERM", () => void stop());
  process.once("SIGINT", () => void stop());
  return server;
};
