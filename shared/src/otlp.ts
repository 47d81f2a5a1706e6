import {
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace as api,
  TraceFlags,
} from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TracerProvider,
  TraceIdRatioBasedSampler,
} from "@opentelemetry/sdk-trace";

import { errorType } from "./process-metrics.ts";
import { type Attributes, type SpanKind as Kind, tellSpansTo } from "./spans.ts";
import type { Trace } from "./trace.ts";

const kinds: Record<Kind, SpanKind> = {
  internal: SpanKind.INTERNAL,
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
};

const parentOf = ({ traceId, parentId, sampled }: Trace) =>
  parentId === undefined
    ? ROOT_CONTEXT
    : api.setSpanContext(ROOT_CONTEXT, {
        traceId,
        spanId: parentId,
        traceFlags: sampled ? TraceFlags.SAMPLED : TraceFlags.NONE,
        isRemote: true,
      });

/** Tells a collector of this process's spans; what it does not take is lost, and nobody waits for it. */
export const tellCollector = (service: string, endpoint: string, ratio: number) => {
  const url = `${endpoint.replace(/\/$/, "")}/v1/traces`;
  const provider = new TracerProvider({
    resource: resourceFromAttributes({
      "service.namespace": "jangteo",
      "service.name": service,
      "service.instance.id": crypto.randomUUID(),
    }),
    sampler: new ParentBasedSampler({
      root: new TraceIdRatioBasedSampler(ratio),
    }),
    spanProcessors: [
      new BatchSpanProcessor({
        exporter: new OTLPTraceExporter({ url, timeoutMillis: 2000 }),
        scheduledDelayMillis: 1000,
      }),
    ],
  });
  const tracer = provider.getTracer(service);
  tellSpansTo((name: string, kind: Kind, attributes: Attributes, trace: Trace) => {
    const span = tracer.startSpan(name, { kind: kinds[kind], attributes }, parentOf(trace));
    const { traceId, spanId, traceFlags } = span.spanContext();
    const sampled = (traceFlags & TraceFlags.SAMPLED) !== 0;
    return {
      trace: { ...trace, traceId, spanId, sampled },
      end: ({ name: better, attributes: more, failure } = {}) => {
        if (better !== undefined) span.updateName(better);
        if (more !== undefined) span.setAttributes(more);
        if (failure !== undefined) {
          span.setAttribute("error.type", errorType(failure));
          span.setStatus({ code: SpanStatusCode.ERROR });
        }
        span.end();
      },
    };
  });
  return {
    stop: async () => {
      tellSpansTo(undefined);
      // What is lost is lost: a collector that is away keeps no service from its end.
      await provider.shutdown().catch(() => {});
    },
  };
};
