import { AsyncLocalStorage } from "node:async_hooks";

/** Who asks, as W3C Trace Context and the gateway tell it; follows the request through every await. */
export type Trace = {
  traceId: string;
  spanId: string;
  /** The span that `spanId` is a part of; none when the trace began here. */
  parentId?: string | undefined;
  sampled: boolean;
  requestId: string;
};

// A bundler may load this module more than once in a process; a request has one trace all the same.
declare global {
  var jangteoTrace: AsyncLocalStorage<Trace> | undefined;
}
const current = (globalThis.jangteoTrace ??= new AsyncLocalStorage<Trace>());

export const currentTrace = () => current.getStore();
export const withTrace = <T>(trace: Trace, work: () => T): T => current.run(trace, work);

const hex = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes)).toHex();
const traceparentPattern = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;
const isKnown = (id: string) => /[1-9a-f]/.test(id);

/** Continues the caller's trace, or starts one. A malformed header starts a new trace (W3C, 2.3). */
export const joinTrace = (
  traceparent: string | undefined,
  requestId: string | undefined,
): Trace => {
  const [, traceId = "", parentId = "", flags = "01"] =
    traceparentPattern.exec(traceparent ?? "") ?? [];
  const continues = isKnown(traceId);
  return {
    traceId: continues ? traceId : hex(16),
    spanId: hex(8),
    parentId: continues && isKnown(parentId) ? parentId : undefined,
    sampled: (Number.parseInt(flags, 16) & 1) === 1,
    requestId: /^[\w-]{8,64}$/.test(requestId ?? "") && requestId ? requestId : crypto.randomUUID(),
  };
};

export const traceparent = ({ traceId, spanId, sampled }: Trace) =>
  `00-${traceId}-${spanId}-${sampled ? "01" : "00"}`;
