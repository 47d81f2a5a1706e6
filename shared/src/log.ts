import { DrizzleQueryError } from "drizzle-orm/errors";

import { currentTrace } from "./trace.ts";

type Fields = Record<string, unknown>;
type Write = (line: string) => void;

/** One JSON object a line, with the trace of the request it belongs to. */
export type Log = Record<"info" | "warn" | "error", (message: string, fields?: Fields) => void>;

const secrets =
  /eyJ[\w-]+\.[\w-]+\.[\w-]+|\bv1\.[\w-]+\.[\w-]+\.\d+\.[\w-]+|(?<=\b(?:Bearer|Basic) )[\w.~+/=-]+|(?<=:\/\/[^/\s:@]*:)[^@\s/]+(?=@)/g;

/** Tokens, authorization values and passwords in URLs never reach a log. */
export const redact = (line: string) => line.replaceAll(secrets, "[redacted]");

/** An error as fields: a query without its parameters, which hold what people typed. */
export const describeError = (error: unknown): Fields => {
  if (error instanceof DrizzleQueryError)
    return { query: error.query, ...describeError(error.cause) };
  if (!(error instanceof Error)) return { error: String(error) };
  // PostgreSQL closes its message with the value that it could not read.
  if (error.name === "PostgresError" && "code" in error)
    return { error: error.message.replace(/: ".*"$/s, ""), code: error.code };
  const cause = error.cause === undefined ? {} : { cause: describeError(error.cause) };
  return { error: error.message, stack: error.stack, ...cause };
};

export const createLog = (service: string, write: Write = console.log): Log => {
  const at =
    (level: string) =>
    (message: string, fields: Fields = {}) => {
      const trace = currentTrace();
      const ids = trace && {
        trace_id: trace.traceId,
        span_id: trace.spanId,
        request_id: trace.requestId,
      };
      const line = { time: new Date().toISOString(), level, service, message, ...ids, ...fields };
      write(redact(JSON.stringify(line)));
    };
  return { info: at("info"), warn: at("warn"), error: at("error") };
};
