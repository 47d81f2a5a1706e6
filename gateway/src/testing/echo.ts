import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type OutgoingHttpHeaders } from "node:http";

/** What reached a service, as the echo tells it. */
export type Echo = {
  service: string;
  call: number;
  method: string;
  url: string;
  headers: Record<string, string>;
  size: number;
  /** SHA-256 of the body as it came, in hexadecimal. */
  digest: string;
};

const cached = { "cache-control": "public, max-age=30" };
/** By the last part of the path: how this answer differs from an ordinary one. */
const manners: Record<string, { status?: number; headers: OutgoingHttpHeaders }> = {
  "with-cookie": { headers: { ...cached, "set-cookie": "a=b" } },
  "with-etag": { headers: { ...cached, etag: '"v1"' } },
  private: { headers: { "cache-control": "private, no-store" } },
  "no-cache-control": { headers: {} },
  short: { headers: { "cache-control": "public, max-age=1" } },
  utf8: { headers: { ...cached, "content-type": "application/json; charset=utf-8" } },
  broken: { status: 500, headers: { ...cached, "content-type": "application/problem+json" } },
  missing: { status: 404, headers: { ...cached, "content-type": "application/problem+json" } },
};

/** Stands for a service: tells what reached it, hangs up (`reset`) or never answers (`slow`) when asked to. */
export const startEcho = async (service: string, port: number) => {
  const seen = { calls: 0 };
  const server = createServer((request, response) => {
    const url = request.url ?? "";
    const last = /([^/?]*)(?:\?.*)?$/.exec(url)?.[1] ?? "";
    const size = { bytes: 0 };
    const hash = createHash("sha256");
    request.on("data", (chunk: Buffer) => {
      size.bytes += chunk.length;
      hash.update(chunk);
    });
    request.once("end", () => {
      seen.calls += 1;
      if (last === "reset") request.socket.destroy();
      if (last === "reset" || last === "slow") return;
      const { status = 200, headers } = manners[last] ?? { headers: cached };
      const body = {
        service,
        call: seen.calls,
        method: request.method,
        url,
        headers: request.headers,
        size: size.bytes,
        digest: hash.digest("hex"),
      };
      response.writeHead(status, { "content-type": "application/json", ...headers });
      response.end(JSON.stringify(body));
    });
  });
  const listen = async (on: number) => {
    server.listen(on, "127.0.0.1");
    await once(server, "listening");
  };
  await listen(port);
  const address = server.address();
  const stop = async () => {
    server.close();
    server.closeAllConnections();
  };
  const bound = typeof address === "object" && address !== null ? address.port : port;
  const start = () => listen(bound);
  return { url: `http://127.0.0.1:${bound}`, port: bound, calls: () => seen.calls, start, stop };
};
