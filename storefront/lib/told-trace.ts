type Timed = PerformanceEntry & { serverTiming: readonly PerformanceServerTiming[] };

const isTimed = (entry: PerformanceEntry): entry is Timed => "serverTiming" in entry;

/**
 * The id of the trace of this page's latest answer, from its `Server-Timing: traceparent` (W3C Trace Context,
 * draft 2): a failure is found by it in the logs and among the traces. Nothing where a browser tells no timings.
 */
export const toldTrace = () =>
  [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
    .filter(isTimed)
    .toSorted((a, b) => a.startTime - b.startTime)
    .flatMap(({ serverTiming }) => serverTiming.filter(({ name }) => name === "traceparent"))
    .map(({ description }) => description.split("-")[1])
    .at(-1);
