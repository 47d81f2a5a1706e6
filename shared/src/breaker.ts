import { circuitBreaker, CircuitState, ConsecutiveBreaker, handleWhen } from "cockatiel";

import { processMetrics } from "./process-metrics.ts";

const failures = 10;
const pause = 1000;

/** Whoever asked went away: that says nothing of the peer. */
const isAbandoned = (error: unknown) => error instanceof Error && error.name === "AbortError";

const create = (host: string, kind: string) => {
  const breaker = circuitBreaker(
    handleWhen((error) => !isAbandoned(error)),
    { halfOpenAfter: pause, breaker: new ConsecutiveBreaker(failures) },
  );
  const labels = { server_address: host, operation_class: kind };
  processMetrics.breakerOpen.set(labels, 0);
  breaker.onStateChange((state) =>
    processMetrics.breakerOpen.set(labels, state === CircuitState.Closed ? 0 : 1),
  );
  return breaker;
};

// A bundler may load this module more than once in a process.
declare global {
  var jangteoBreakers: Map<string, ReturnType<typeof create>> | undefined;
}
const breakers = (globalThis.jangteoBreakers ??= new Map());

const reading = new Set(["GET", "HEAD"]);

/**
 * The breaker of a peer, one for reads and one for writes: after ten calls in a row that got no answer it
 * refuses at once, and lets one through each second until that is answered. An answer is no failure,
 * whatever it says.
 */
export const breakerOf = (host: string, method: string) => {
  const kind = reading.has(method) ? "read" : "write";
  const name = `${kind} ${host}`;
  const known = breakers.get(name) ?? create(host, kind);
  breakers.set(name, known);
  return known;
};
