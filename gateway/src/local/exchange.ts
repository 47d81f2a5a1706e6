import type { Readable } from "node:stream";

import { createFields, type Fields } from "./fields.ts";
import type { Route } from "./router.ts";
import type { Target } from "./target.ts";

/** An answer on its way out. `source` says whose it is: a plugin's, a service's or an error's. */
export type Answer = {
  status: number;
  headers: Fields;
  body: Buffer | Readable;
  source: "exit" | "service" | "error";
  /** Receives the whole body once it has passed. */
  collect?: (body: Buffer) => void;
};

/** One request on its way in; plugins change `headers` and `query`, and end it by setting `answer`. */
export type Exchange = {
  readonly method: string;
  readonly target: Target;
  readonly host: string;
  /** The client's address, behind trusted proxies too. */
  readonly address: string;
  /** Whoever holds the connection, and whether it is a trusted proxy. */
  readonly peer: { address: string; trusted: boolean };
  readonly started: number;
  readonly headers: Fields;
  query: string | undefined;
  route?: Route;
  answer?: Answer;
  /** Milliseconds until the service's first byte, where one was asked. */
  upstream?: number;
  readBody: () => Promise<Buffer>;
};

export const createAnswer = (
  status: number,
  headers: Record<string, string> = {},
  body: string | Buffer = "",
  source: Answer["source"] = "exit",
): Answer => {
  const bytes = Buffer.from(body);
  const fields = createFields(Object.entries(headers).flat());
  if (status !== 204 && status !== 304) fields.set("Content-Length", String(bytes.length));
  return { status, headers: fields, body: bytes, source };
};

/** Ends the request here: later plugins and the service do not see it. */
export const exit = (exchange: Exchange, ...answer: Parameters<typeof createAnswer>) => {
  exchange.answer = createAnswer(...answer);
};

/** A request that the server itself refuses, whatever the route. */
export class Refusal extends Error {
  readonly status: number;

  constructor(status: number, options?: ErrorOptions) {
    super(`refused with ${status}`, options);
    this.status = status;
  }
}
