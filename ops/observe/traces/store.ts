import type { ToldSpan } from "@jangteo/shared/embedded/collector";

/** One request and all it caused, as far as it has been told; times in milliseconds. */
export type Told = {
  id: string;
  /** The first span, which the list shows: the one with no parent among those told. */
  root: ToldSpan;
  start: number;
  duration: number;
  services: string[];
  spans: ToldSpan[];
  failed: boolean;
};

export type Wanted = { service?: string | undefined; failed?: boolean; atLeast?: number };

const told = (id: string, spans: ToldSpan[]): Told | undefined => {
  const known = new Set(spans.map(({ spanId }) => spanId));
  const byStart = spans.toSorted((a, b) => a.start - b.start);
  const isRoot = ({ parentId }: ToldSpan) => parentId === undefined || !known.has(parentId);
  const root = byStart.find(isRoot) ?? byStart[0];
  if (root === undefined) return undefined;
  const end = Math.max(...spans.map((span) => span.end));
  return {
    id,
    root,
    start: root.start,
    duration: end - root.start,
    services: [...new Set(byStart.map(({ service }) => service))],
    spans: byStart,
    failed: spans.some((span) => span.failed),
  };
};

/** Keeps the traces that were told of last: `most` of them, and `longest` spans of each. */
export const createTraces = (most = 500, longest = 2000) => {
  const kept = new Map<string, ToldSpan[]>();
  const add = (spans: readonly ToldSpan[]) => {
    for (const span of spans) {
      const before = kept.get(span.traceId) ?? [];
      // Told of again, a trace is new again.
      kept.delete(span.traceId);
      kept.set(span.traceId, before.length < longest ? [...before, span] : before);
    }
    for (const id of [...kept.keys()].slice(0, Math.max(0, kept.size - most))) kept.delete(id);
  };
  const find = (id: string) => {
    const spans = kept.get(id);
    return spans && told(id, spans);
  };
  const recent = ({ service, failed = false, atLeast = 0 }: Wanted = {}) =>
    [...kept]
      .flatMap(([id, spans]) => told(id, spans) ?? [])
      .filter(
        (trace) =>
          (service === undefined || trace.services.includes(service)) &&
          (!failed || trace.failed) &&
          trace.duration >= atLeast,
      )
      .toSorted((a, b) => b.start - a.start);
  const services = () =>
    [
      ...new Set([...kept.values()].flatMap((spans) => spans.map((span) => span.service))),
    ].toSorted();
  return { add, find, recent, services };
};

export type Row = { span: ToldSpan; depth: number };

/** The spans of a trace, each below the one that caused it, in order of their beginning. */
export const inOrder = ({ spans }: Told): Row[] => {
  const known = new Set(spans.map(({ spanId }) => spanId));
  const below = Map.groupBy(spans, ({ parentId }) =>
    parentId !== undefined && known.has(parentId) ? parentId : "",
  );
  const walk = (id: string, depth: number): Row[] =>
    (below.get(id) ?? []).flatMap((span) => [{ span, depth }, ...walk(span.spanId, depth + 1)]);
  return walk("", 0);
};
