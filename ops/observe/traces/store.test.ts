import { expect, test } from "bun:test";

import type { ToldSpan } from "@jangteo/shared/embedded/collector";
import fc from "fast-check";

import { createTraces, inOrder } from "./store.ts";

const span = (fields: Partial<ToldSpan> = {}): ToldSpan => ({
  ...{ traceId: "t", spanId: "s", parentId: undefined, service: "order", name: "work" },
  ...{ kind: "internal", start: 0, end: 1, failed: false, attributes: {} },
  ...fields,
});

test("whatever is told, in whatever order, each span of a trace is shown once and below its cause", () => {
  const tree = fc
    .array(
      fc.record({ parent: fc.nat(), start: fc.integer({ min: 0, max: 1000 }), told: fc.nat() }),
      {
        minLength: 1,
        maxLength: 40,
      },
    )
    .map((nodes) =>
      nodes
        .map(({ parent, start, told }, at) => ({
          told,
          // Some causes are never told of, or come later.
          span: span({
            spanId: String(at),
            parentId: at === 0 ? undefined : String(parent % (at + 3)),
            start,
            end: start + 1,
          }),
        }))
        .toSorted((a, b) => a.told - b.told)
        .map((one) => one.span),
    );
  fc.assert(
    fc.property(tree, (spans) => {
      const acyclic = spans.every(
        (one) =>
          Number(one.parentId ?? -1) < Number(one.spanId) || Number(one.parentId) >= spans.length,
      );
      fc.pre(acyclic);
      const traces = createTraces();
      for (const one of spans) traces.add([one]);
      const found = traces.find("t");
      const rows = found ? inOrder(found) : [];
      expect(rows.map((row) => row.span.spanId).toSorted()).toEqual(
        spans.map(({ spanId }) => spanId).toSorted(),
      );
      for (const [at, { span: one, depth }] of rows.entries()) {
        if (depth === 0) continue;
        const above = rows.slice(0, at).findLast((row) => row.depth === depth - 1);
        expect(above?.span.spanId).toBe(one.parentId ?? "none");
      }
    }),
  );
});

test("only the last traces are kept, and a trace that is told of again counts as new", () => {
  const traces = createTraces(2);
  for (const traceId of ["a", "b", "a", "c"])
    traces.add([span({ traceId, spanId: crypto.randomUUID() })]);
  expect(traces.recent().map(({ id, spans }) => [id, spans.length])).toEqual([
    ["a", 2],
    ["c", 1],
  ]);
});

test("the list is narrowed by service, duration and outcome", () => {
  const traces = createTraces();
  traces.add([
    span({ traceId: "quick", spanId: "1" }),
    span({ traceId: "slow", spanId: "2", end: 900 }),
    span({ traceId: "bad", spanId: "3", failed: true, service: "payment" }),
  ]);
  const ids = (wanted: Parameters<typeof traces.recent>[0]) =>
    traces.recent(wanted).map(({ id }) => id);
  expect(ids({ atLeast: 500 })).toEqual(["slow"]);
  expect(ids({ failed: true })).toEqual(["bad"]);
  expect(ids({ service: "order" }).toSorted()).toEqual(["quick", "slow"]);
  expect(traces.services()).toEqual(["order", "payment"]);
});
