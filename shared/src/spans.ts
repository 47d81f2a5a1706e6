import { currentTrace, withTrace, type Trace } from "./trace.ts";

export type SpanKind = "internal" | "server" | "client" | "producer" | "consumer";
/** Named after OpenTelemetry's semantic conventions. Never what people typed, and no address with a query. */
export type Attributes = Record<string, string | number | boolean>;
type Ending = { name?: string; attributes?: Attributes; failure?: unknown };

/** One piece of work within a trace; what it causes belongs to `trace`. */
export type Span = { trace: Trace; end: (ending?: Ending) => void };
type Begin = (name: string, kind: SpanKind, attributes: Attributes, trace: Trace) => Span;

// Set by `telemetry.ts` where spans are told to somebody; a bundler may load this module more than once.
declare global {
  var jangteoSpans: Begin | undefined;
}
export const tellSpansTo = (begin: Begin | undefined) => {
  globalThis.jangteoSpans = begin;
};

/** A span that nobody is told of. */
export const silent = (trace: Trace): Span => ({ trace, end: () => {} });

/** Begins the span that `trace`, just joined, stands for. */
export const enter = (trace: Trace, name: string, kind: SpanKind, attributes: Attributes = {}) =>
  globalThis.jangteoSpans?.(name, kind, attributes, trace) ?? silent(trace);

/** Begins a span within `parent`. */
const begin = (name: string, kind: SpanKind, attributes: Attributes, parent: Trace): Span =>
  globalThis.jangteoSpans && parent.sampled
    ? globalThis.jangteoSpans(name, kind, attributes, { ...parent, parentId: parent.spanId })
    : silent(parent);

/** How a span of HTTP ends: what failed is the server's doing (5xx). */
export const answered = (status: number): Ending => ({
  attributes: { "http.response.status_code": status },
  ...(status >= 500 && { failure: status }),
});

/** Begins a span within the present trace, if there is one. */
export const beginHere = (name: string, kind: SpanKind, attributes: Attributes) => {
  const parent = currentTrace();
  return parent && begin(name, kind, attributes, parent);
};

/** Does some work as a span of the present trace; without one there is none. */
export const spanned = async <T>(
  name: string,
  kind: SpanKind,
  attributes: Attributes,
  work: () => Promise<T>,
): Promise<T> => {
  const span = beginHere(name, kind, attributes);
  if (!span) return work();
  try {
    const result = await withTrace(span.trace, work);
    span.end();
    return result;
  } catch (failure) {
    span.end({ failure });
    throw failure;
  }
};
