import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

import { UnusableConfig } from "./config.ts";
import type { Gateway } from "./gateway.ts";
import type { Metrics } from "./metrics.ts";

const reply = (response: ServerResponse, status: number, body: string, type = "application/json") =>
  response.writeHead(status, { "content-type": type }).end(body);
const message = (text: string) => JSON.stringify({ message: text });

/** For machines only: `/status/ready` and `/metrics`, at Kong's paths. */
export const createStatusServer = (metrics: Metrics, isReady: () => boolean) =>
  createServer((request, response) => {
    void (async () => {
      if (request.url === "/metrics")
        reply(response, 200, await metrics.registry.metrics(), metrics.registry.contentType);
      else if (request.url === "/status/ready" && !isReady())
        reply(response, 503, message("not ready"));
      else if (request.url === "/status" || request.url === "/status/ready")
        reply(response, 200, message("ready"));
      else reply(response, 404, message("Not found"));
    })();
  });

const bodyOf = async (request: IncomingMessage) =>
  Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>)).toString();

/** `POST /config` with a rendered file, as with Kong: 201 when it is in use, 400 when the old one stays. */
export const createAdminServer = (gateway: Gateway) =>
  createServer((request, response) => {
    void (async () => {
      if (request.method !== "POST" || request.url !== "/config") {
        reply(response, 404, message("Not found"));
        return;
      }
      try {
        gateway.reload(await bodyOf(request));
        reply(response, 201, message("loaded"));
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        reply(response, 400, message(error instanceof UnusableConfig ? error.message : error.name));
      }
    })();
  });
