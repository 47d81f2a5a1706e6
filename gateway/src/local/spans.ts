/** What happened to one request, as OpenTelemetry's trace model has it. Times in milliseconds since 1970. */
type Span = {
  traceId: string;
  spanId: string;
  parentSpanId: string | undefined;
  name: string;
  start: number;
  end: number;
  attributes: Record<string, string | number>;
  resource: Record<string, string>;
};
export type Spans = { add: (span: Span) => void; stop: () => Promise<void> };

const server = 2;
const most = 1000;
const pause = 1000;

const nanoseconds = (milliseconds: number) => `${Math.round(milliseconds * 1000)}000`;
const attribute = ([key, value]: [string, string | number]) => ({
  key,
  value: typeof value === "number" ? { intValue: String(value) } : { stringValue: value },
});
const attributes = (given: Record<string, string | number>) => Object.entries(given).map(attribute);

const toResourceSpan = ({ resource, start, end, ...span }: Span) => ({
  resource: { attributes: attributes(resource) },
  scopeSpans: [
    {
      scope: { name: "gateway" },
      spans: [
        {
          ...span,
          kind: server,
          startTimeUnixNano: nanoseconds(start),
          endTimeUnixNano: nanoseconds(end),
          attributes: attributes(span.attributes),
        },
      ],
    },
  ],
});

/** Sends spans to a collector (OTLP over HTTP, JSON) a second after they came; what it does not take is lost. */
export const createSpans = (endpoint: string): Spans => {
  const waiting: Span[] = [];
  const timer: { next?: ReturnType<typeof setTimeout> | undefined } = {};

  const send = async () => {
    timer.next = undefined;
    const batch = waiting.splice(0);
    if (batch.length === 0) return;
    await fetch(`${endpoint.replace(/\/$/, "")}/v1/traces`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ resourceSpans: batch.map(toResourceSpan) }),
      signal: AbortSignal.timeout(5000),
    })
      .then((reply) => reply.body?.cancel())
      .catch(() => undefined);
  };

  return {
    add: (span) => {
      if (waiting.length >= most) return;
      waiting.push(span);
      timer.next ??= setTimeout(() => void send(), pause);
    },
    stop: async () => {
      clearTimeout(timer.next);
      await send();
    },
  };
};
