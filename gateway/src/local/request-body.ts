import type { IncomingMessage } from "node:http";

import { Refusal } from "./exchange.ts";

/** The most that the server itself takes, whatever a route allows (nginx: `client_max_body_size 64m`). */
const most = 64 * 2 ** 20;

/** Reads the body once, on the first call, and confirms `Expect: 100-continue` only then. */
export const bodyReader = (message: IncomingMessage, confirm: () => void) => {
  const declared = Number(message.headers["content-length"] ?? 0);
  const read = () =>
    new Promise<Buffer>((resolve, reject) => {
      const chunks: Buffer[] = [];
      const size = { bytes: 0 };
      confirm();
      message.on("data", (chunk: Buffer) => {
        size.bytes += chunk.length;
        if (size.bytes > most) reject(new Refusal(413));
        else chunks.push(chunk);
      });
      message.once("end", () => resolve(Buffer.concat(chunks)));
      message.once("error", (cause) => reject(new Refusal(400, { cause })));
      message.once("close", () => reject(new Refusal(400)));
    });
  const held: { body?: Promise<Buffer> } = {};
  return () => {
    if (declared > most) throw new Refusal(413);
    held.body ??= read();
    return held.body;
  };
};
