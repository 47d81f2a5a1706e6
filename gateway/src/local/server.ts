import { createServer, STATUS_CODES, type IncomingMessage, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";

import type { Outcome, Gateway } from "./gateway.ts";

const headersAtMost = 32 * 1024;

const send = (response: ServerResponse, { answer, done }: Outcome) => {
  const { status, headers, body, collect } = answer;
  response.writeHead(status, headers.flat());
  if (Buffer.isBuffer(body)) {
    response.end(body);
    done(body.length);
    return;
  }
  const kept: Buffer[] = [];
  const size = { bytes: 0 };
  body.on("data", (chunk: Buffer) => {
    size.bytes += chunk.length;
    if (collect) kept.push(chunk);
  });
  body.once("end", () => {
    collect?.(Buffer.concat(kept));
    done(size.bytes);
  });
  body.once("error", () => response.destroy());
  body.pipe(response);
};

type Draining = () => boolean;

const serve = async (
  gateway: Gateway,
  draining: Draining,
  message: IncomingMessage,
  response: ServerResponse,
  confirm: () => void,
) => {
  const gone = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) gone.abort();
  });
  const outcome = await gateway.answer(message, confirm, gone.signal);
  // An unread body would be taken for the next request.
  if (!message.complete || draining()) outcome.answer.headers.set("Connection", "close");
  if (!message.complete) message.resume();
  send(response, outcome);
};

const rawAnswer = ({ answer: { status, headers, body } }: Outcome) => {
  const lines = headers.entries().flatMap(([name, values]) => values.map((v) => `${name}: ${v}`));
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, "Connection: close"];
  return `${head.join("\r\n")}\r\n\r\n${Buffer.isBuffer(body) ? body.toString() : ""}`;
};

/** The public listener. What is no request at all is refused in the same form. */
export const createPublicServer = (gateway: Gateway, draining: Draining) => {
  const server = createServer({ maxHeaderSize: headersAtMost, requireHostHeader: false });
  const take = (message: IncomingMessage, response: ServerResponse, confirm: () => void) =>
    void serve(gateway, draining, message, response, confirm).catch(() => response.destroy());
  server.on("request", (message, response) => take(message, response, () => {}));
  server.on("checkContinue", (message: IncomingMessage, response: ServerResponse) =>
    take(message, response, () => response.writeContinue()),
  );
  server.on("clientError", (_error, socket: Duplex) => {
    if (socket.writable) socket.end(rawAnswer(gateway.refuse(400)));
    else socket.destroy();
  });
  return server;
};
