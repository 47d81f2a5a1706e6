import { joinTrace } from "@jangteo/shared/trace";

/** The trace that the server in front of the pages wrote on the request. */
export const traceOf = (headers: Pick<Headers, "get">) =>
  joinTrace(headers.get("traceparent") ?? undefined, headers.get("x-request-id") ?? undefined);
