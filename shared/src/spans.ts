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
export const begin = (name: string, kind: SpanKind, attributes: Attributes, parent: Trace): Span =>
  globalThis.jangteoSpans && parent.sampled
    ? globalThis.jangteoSpans(name, kind, attributes, { ...parent, parentId: parent.spanId })
    : silent(parent);

/** Does some work as a span of the present trace; without one there is none. */
export const spanned = async <T>(
  name: string,
  kind: SpanKind,
  attributes: Attributes,
  work: () => Promise<T>,
): Promise<T> => {
  const parent = currentTrace();
  if (!parent) return work();
  const span = begin(name, kind, attributes, parent);
  try {
    const result = await withTrace(span.trace, work);
    span.end();
    return result;
  } catch (failure) {
    span.end({ failure });
    throw failure;
  }
};
