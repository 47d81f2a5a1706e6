import type { Problem } from "@jangteo/shared/problem";

export type Refusal = {
  status: number;
  code: Problem["code"];
  title: string;
  headers?: Record<string, string>;
};

type Ids = { requestId: string; traceId: string };

export const problemOf = (
  { status, code, title }: Refusal,
  { requestId, traceId }: Ids,
): Problem => ({
  type: "about:blank",
  title,
  status,
  code,
  requestId,
  traceId,
});

/** RFC 9457; never stored by a cache. */
export const problemHeaders = ({ headers }: Refusal, { requestId }: Ids) => ({
  "content-type": "application/problem+json",
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  "x-request-id": requestId,
  ...headers,
});

export const problemResponse = (refusal: Refusal, ids: Ids) =>
  new Response(JSON.stringify(problemOf(refusal, ids)), {
    status: refusal.status,
    headers: problemHeaders(refusal, ids),
  });
