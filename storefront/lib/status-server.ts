import { createServer } from "node:http";

import type { Metrics } from "@jangteo/shared/metrics";

/** For machines only, on a port of its own: `/metrics`, and `/livez`. */
export const createStatusServer = ({ registry }: Metrics) =>
  createServer((request, response) => {
    void (async () => {
      if (request.url === "/metrics")
        response
          .writeHead(200, { "content-type": registry.contentType })
          .end(await registry.metrics());
      else if (request.url === "/livez")
        response.writeHead(200, { "content-type": "application/json" }).end('{"status":"ok"}');
      else response.writeHead(404).end();
    })();
  });
